/**
 * modprobe.d and depmod.d: their files, the order of these, and the meaning of each line. Also the
 * kernel command line.
 */
@NullMarked
package org.moduletools.config;

import org.jspecify.annotations.NullMarked;
