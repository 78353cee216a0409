/**
 * Knows what a file system tells of its files, all at once: which there are, of what kind, how old,
 * whose; how they are read; and how one takes the place of another as a whole. Nothing of what
 * their bytes mean.
 */
@NullMarked
package org.moduletools.files;

import org.jspecify.annotations.NullMarked;
