/**
 * The real kernel and the C library: system calls, flock, syslog, system(3). The only package with
 * native code, which is loaded by the first call that needs it.
 */
@NullMarked
package org.moduletools.linux;

import org.jspecify.annotations.NullMarked;
