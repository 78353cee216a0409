/**
 * The cache of module data between runs: whether a file is unchanged, the format of the cache, and
 * whether its folder can be trusted. A doubtful entry counts as missing.
 */
@NullMarked
package org.moduletools.modulecache;

import org.jspecify.annotations.NullMarked;
