/**
 * Knows the tables by which a module says which devices it drives: where MODULE_DEVICE_TABLE leaves
 * them in a module file, how each bus lays its records out, and what depmod's map files and the
 * kernel's build make of them.
 */
@NullMarked
package org.moduletools.devicetable;

import org.jspecify.annotations.NullMarked;
