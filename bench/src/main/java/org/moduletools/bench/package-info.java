/** Measures what a program on a JVM gets from the library within one process. */
@NullMarked
package org.moduletools.bench;

import org.jspecify.annotations.NullMarked;
