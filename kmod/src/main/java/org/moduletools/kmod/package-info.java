/** kmod: the commands that have no program of their own, and lists loaded modules. */
@NullMarked
package org.moduletools.kmod;

import org.jspecify.annotations.NullMarked;
