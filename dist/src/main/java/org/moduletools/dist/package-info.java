/**
 * Knows what makes one product of the programs: which there are, and which of them a call means.
 */
@NullMarked
package org.moduletools.dist;

import org.jspecify.annotations.NullMarked;
