package org.moduletools.modprobe;

import org.moduletools.config.ModprobeConfig;

/**
 * The modules of one directory, and the configuration.
 *
 * @param catalog the modules
 * @param config the configuration
 */
record Installation(Catalog catalog, ModprobeConfig config) {}
