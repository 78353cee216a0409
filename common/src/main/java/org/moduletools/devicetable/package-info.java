/**
 * Device tables, by which a module states the devices that it drives: their place in a module file,
 * the layout of each bus's records, and the rows of depmod's map files and the aliases of the
 * kernel's build made from them.
 */
@NullMarked
package org.moduletools.devicetable;

import org.jspecify.annotations.NullMarked;
