/**
 * Knows how what was read from modules is kept until the next run: which file is still the same,
 * the form of the file that it is kept in, and which folder can be trusted with it. Whatever is
 * doubtful is as if it were not there.
 */
@NullMarked
package org.moduletools.modulecache;

import org.jspecify.annotations.NullMarked;
