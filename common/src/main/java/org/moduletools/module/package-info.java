/**
 * The names of modules and kernels: module names, aliases, file suffixes, kernel releases. Pure
 * values; nothing here reads a file.
 */
@NullMarked
package org.moduletools.module;

import org.jspecify.annotations.NullMarked;
