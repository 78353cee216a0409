/**
 * Look-ups among the modules of one kernel release: the modules of a name or alias, a module's
 * file, dependencies, load order and modinfo. Begin with {@link org.moduletools.tree.ModuleTree}.
 *
 * <p>Nothing here loads a module or asks a kernel; {@code org.moduletools.kernel} does.
 */
@NullMarked
package org.moduletools.tree;

import org.jspecify.annotations.NullMarked;
