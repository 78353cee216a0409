/**
 * Knows what a file system tells of its files, all at once: which there are, of what kind, how old,
 * whose; and how one takes the place of another as a whole. Nothing of what they hold.
 */
@NullMarked
package org.moduletools.files;

import org.jspecify.annotations.NullMarked;
