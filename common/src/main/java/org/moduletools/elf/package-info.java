/** Relocatable ELF files, 32 and 64 bit, both byte orders. Nothing here is about kernels. */
@NullMarked
package org.moduletools.elf;

import org.jspecify.annotations.NullMarked;
