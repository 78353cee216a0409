/** The programs as one product: their list, and the choice of one by the name of a call. */
@NullMarked
package org.moduletools.dist;

import org.jspecify.annotations.NullMarked;
