/** modprobe: loads a module with its dependencies, or removes it, by name or alias. */
@NullMarked
package org.moduletools.modprobe;

import org.jspecify.annotations.NullMarked;
