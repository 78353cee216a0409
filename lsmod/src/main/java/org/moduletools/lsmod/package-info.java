/** lsmod: prints which modules are loaded, and who uses whom. */
@NullMarked
package org.moduletools.lsmod;

import org.jspecify.annotations.NullMarked;
