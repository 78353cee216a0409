/**
 * The modules of one kernel release as a program asks for them: what a name means, which file a
 * module has, what it needs, in which order it is loaded with all that belongs to it, and what it
 * states about itself. {@link org.moduletools.tree.ModuleTree} is where to begin.
 *
 * <p>Nothing here loads a module or asks a kernel; {@code org.moduletools.kernel} does.
 */
@NullMarked
package org.moduletools.tree;

import org.jspecify.annotations.NullMarked;
