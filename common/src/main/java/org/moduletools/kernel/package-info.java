/**
 * The interface to a running kernel: /proc/modules, /sys/module, errno, the lock. No native code.
 */
@NullMarked
package org.moduletools.kernel;

import org.jspecify.annotations.NullMarked;
