/** Knows a .ko on disk: its compression, modinfo, symbols and their CRCs. */
@NullMarked
package org.moduletools.modulefile;

import org.jspecify.annotations.NullMarked;
