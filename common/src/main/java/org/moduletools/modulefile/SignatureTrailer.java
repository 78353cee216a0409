package org.moduletools.modulefile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The signature at the end of a module (include/linux/module_signature.h). From the end backwards:
 *
 * <pre>
 *   28 bytes  "~Module signature appended~\n"
 *   12 bytes  algo u8, hash u8, id type u8, signer length u8, key id length u8, 3 unused, signature length u32 big-endian
 *   signature | key id | signer
 * </pre>
 */
final class SignatureTrailer {

  /** The number of bytes after the three parts. */
  static final int FIXED_BYTES = 40;

  private static final byte[] MAGIC = "~Module signature appended~\n".getBytes(ISO_8859_1);
  private static final int DESCRIPTION_BYTES = 12;

  private SignatureTrailer() {}

  /** Returns whether {@code end}, the last {@link #FIXED_BYTES} of a file, mark a signature. */
  static boolean isMarked(ByteBuffer end) {
    return end.remaining() == FIXED_BYTES
        && end.slice(end.position() + DESCRIPTION_BYTES, MAGIC.length)
            .equals(ByteBuffer.wrap(MAGIC));
  }

  /**
   * Returns the size of the signature at the end of {@code image}: 0 if it has none, or states
   * impossible lengths.
   */
  static int lengthIn(byte[] image) {
    int magicAt = image.length - MAGIC.length;
    int descriptionAt = magicAt - DESCRIPTION_BYTES;
    if (descriptionAt < 0 || !Arrays.equals(image, magicAt, image.length, MAGIC, 0, MAGIC.length)) {
      return 0;
    }
    ByteBuffer description =
        ByteBuffer.wrap(image, descriptionAt, DESCRIPTION_BYTES).slice();
    long length = MAGIC.length
        + DESCRIPTION_BYTES
        + Byte.toUnsignedLong(description.get(3))
        + Byte.toUnsignedLong(description.get(4))
        + Integer.toUnsignedLong(description.getInt(8));
    return length <= image.length ? (int) length : 0;
  }
}
