/** The machine that a program of module-tools runs on, as one interface. No native code. */
@NullMarked
package org.moduletools.machine;

import org.jspecify.annotations.NullMarked;
