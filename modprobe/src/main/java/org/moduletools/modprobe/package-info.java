/** modprobe: loads a module with all that it needs, or removes it, by name or alias. */
@NullMarked
package org.moduletools.modprobe;

import org.jspecify.annotations.NullMarked;
