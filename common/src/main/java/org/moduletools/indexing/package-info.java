/**
 * Makes the files that depmod writes and modprobe reads: finds the modules of a release, resolves
 * their dependencies, and renders each file. Begin with
 * {@link org.moduletools.indexing.ModuleIndexer}.
 */
@NullMarked
package org.moduletools.indexing;

import org.jspecify.annotations.NullMarked;
