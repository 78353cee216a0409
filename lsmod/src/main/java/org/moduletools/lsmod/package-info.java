/** lsmod: prints the loaded modules, and which of them use which. */
@NullMarked
package org.moduletools.lsmod;

import org.jspecify.annotations.NullMarked;
