/**
 * Knows the files that depmod writes and modprobe reads: the .bin tries and their text twins, in
 * both directions.
 */
@NullMarked
package org.moduletools.index;

import org.jspecify.annotations.NullMarked;
