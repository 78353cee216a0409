/** insmod: loads one module file, and nothing else. */
@NullMarked
package org.moduletools.insmod;

import org.jspecify.annotations.NullMarked;
