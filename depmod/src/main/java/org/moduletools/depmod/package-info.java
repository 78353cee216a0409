/** depmod: makes the files that modprobe reads, from the modules of a kernel. */
@NullMarked
package org.moduletools.depmod;

import org.jspecify.annotations.NullMarked;
