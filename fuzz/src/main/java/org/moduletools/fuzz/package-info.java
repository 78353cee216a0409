/**
 * Feeds hostile input to the readers. Each class with a name that ends in Fuzz is a target of
 * Jazzer. It is in its reader's package, so that nothing has to be public for it. A target catches
 * the exception that its reader documents; any other exception is a finding.
 */
@NullMarked
package org.moduletools.fuzz;

import org.jspecify.annotations.NullMarked;
