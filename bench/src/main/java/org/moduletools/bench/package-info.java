/** Measures the library within one process of a JVM. */
@NullMarked
package org.moduletools.bench;

import org.jspecify.annotations.NullMarked;
