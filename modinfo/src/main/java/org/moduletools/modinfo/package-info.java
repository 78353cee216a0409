/** modinfo: prints information about modules. */
@NullMarked
package org.moduletools.modinfo;

import org.jspecify.annotations.NullMarked;
