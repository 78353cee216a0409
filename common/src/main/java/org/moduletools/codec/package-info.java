/**
 * Knows what the decoders of the system's libraries can be asked. What they decode, and what is
 * done where there are none, is others' affair.
 */
@NullMarked
package org.moduletools.codec;

import org.jspecify.annotations.NullMarked;
