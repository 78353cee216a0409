/**
 * Knows how a tree of modules becomes the files that modprobe reads: which modules count, in which
 * order, and who needs whom.
 */
@NullMarked
package org.moduletools.depmod;

import org.jspecify.annotations.NullMarked;
