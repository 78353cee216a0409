/**
 * Feeds hostile input to the readers. Each class whose name ends in Fuzz is a target of Jazzer; it
 * is in the package of what it reads, so that nothing has to be public for it. A target lets pass
 * the exception that its reader documents; whatever else is thrown is a finding.
 */
@NullMarked
package org.moduletools.fuzz;

import org.jspecify.annotations.NullMarked;
