/**
 * Patterns that names are matched against, in the C locale: fnmatch(3), and POSIX extended regular
 * expressions.
 */
@NullMarked
package org.moduletools.pattern;

import org.jspecify.annotations.NullMarked;
