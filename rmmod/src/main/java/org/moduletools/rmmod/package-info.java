/** rmmod: removes the named modules, and nothing else. */
@NullMarked
package org.moduletools.rmmod;

import org.jspecify.annotations.NullMarked;
