/** Work shared by threads, also where no further thread can be started. */
@NullMarked
package org.moduletools.work;

import org.jspecify.annotations.NullMarked;
