/**
 * Finds the causes of a refusal, in the kernel, the configuration, the modules of a release and
 * files. Everything is read on demand, after a refusal, so that success costs nothing.
 *
 * <p>Each answer is a value. A {@link org.moduletools.diagnosis.Cause} can also state itself in one
 * line, which the programs print as a note.
 */
@NullMarked
package org.moduletools.diagnosis;

import org.jspecify.annotations.NullMarked;
