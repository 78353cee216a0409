/** Knows relocatable ELF files, 32 and 64 bit, both byte orders. It knows nothing of kernels. */
@NullMarked
package org.moduletools.elf;

import org.jspecify.annotations.NullMarked;
