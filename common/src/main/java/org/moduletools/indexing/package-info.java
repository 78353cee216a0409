/**
 * How the files are made that depmod writes and modprobe reads: which modules a release has, what
 * ties them to each other, and what each file holds. {@link org.moduletools.indexing.ModuleIndexer}
 * is where to begin.
 */
@NullMarked
package org.moduletools.indexing;

import org.jspecify.annotations.NullMarked;
