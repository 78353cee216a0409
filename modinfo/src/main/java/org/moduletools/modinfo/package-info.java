/** modinfo: prints what modules say of themselves. */
@NullMarked
package org.moduletools.modinfo;

import org.jspecify.annotations.NullMarked;
