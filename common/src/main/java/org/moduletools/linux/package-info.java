/**
 * Knows the real kernel and the C library: system calls, flock, syslog, system(3). The only room
 * with native code; nothing of it is loaded before the first call that needs it.
 */
@NullMarked
package org.moduletools.linux;

import org.jspecify.annotations.NullMarked;
