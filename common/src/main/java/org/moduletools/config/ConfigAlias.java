package org.moduletools.config;

import org.moduletools.module.ModuleName;

/**
 * An alias line of the configuration.
 *
 * @param pattern what it matches, normalised. Options lines that name this very text count for the
 *     module when it is reached so.
 * @param module the module it stands for, never again an alias
 */
public record ConfigAlias(String pattern, ModuleName module) {}
