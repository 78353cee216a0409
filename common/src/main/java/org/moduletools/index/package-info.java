/**
 * Reads and writes the files that depmod makes and modprobe uses: the .bin tries and their text
 * twins.
 */
@NullMarked
package org.moduletools.index;

import org.jspecify.annotations.NullMarked;
