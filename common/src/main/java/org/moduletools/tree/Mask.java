package org.moduletools.tree;

import org.moduletools.config.ConfigSource;
import org.moduletools.module.ModuleName;

/**
 * A module that must not be loaded, by whatever name, alias or need: a {@code mask} line of the
 * configuration says so.
 *
 * @param module the module
 * @param source where the line stands
 */
public record Mask(ModuleName module, ConfigSource source) {}
