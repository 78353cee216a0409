/**
 * Knows how a module file gets into a kernel and how a module gets out: which system call, what is
 * decompressed or changed before, what is waited for, when the lock on /proc/modules is held, and
 * who uses whom where the kernel does not tell.
 */
@NullMarked
package org.moduletools.loading;

import org.jspecify.annotations.NullMarked;
