/**
 * The interface to decoders of the system's libraries. Other packages decide what is decoded, and
 * what is done without a decoder.
 */
@NullMarked
package org.moduletools.codec;

import org.jspecify.annotations.NullMarked;
