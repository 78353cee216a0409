package org.moduletools.tree;

import org.moduletools.config.ConfigSource;
import org.moduletools.module.ModuleName;

/**
 * A module that must not be loaded, by any name, alias or need, because of a {@code mask} line.
 *
 * @param module the module
 * @param source the place of the line
 */
public record Mask(ModuleName module, ConfigSource source) {}
