/**
 * Knows modprobe.d and depmod.d: which files, in which order, what a line says. It also knows the
 * kernel command line.
 */
@NullMarked
package org.moduletools.config;

import org.jspecify.annotations.NullMarked;
