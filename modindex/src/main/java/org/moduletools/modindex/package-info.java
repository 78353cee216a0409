/** The program modindex, which makes and reads a single index. */
@NullMarked
package org.moduletools.modindex;

import org.jspecify.annotations.NullMarked;
