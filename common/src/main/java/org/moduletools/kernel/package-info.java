/**
 * Knows what a running kernel can be asked and what it answers: /proc/modules, /sys/module, errno,
 * the lock. No native code.
 */
@NullMarked
package org.moduletools.kernel;

import org.jspecify.annotations.NullMarked;
