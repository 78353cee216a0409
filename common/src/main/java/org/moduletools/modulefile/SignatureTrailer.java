package org.moduletools.modulefile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The trailer of a signature at the end of a module (include/linux/module_signature.h). From the
 * end backwards:
 *
 * <pre>
 *   28 bytes  "~Module signature appended~\n"
 *   12 bytes  algo u8, hash u8, id type u8, signer length u8, key id length u8, 3 unused, signature length u32 big-endian
 *   signature | key id | signer
 * </pre>
 */
record SignatureTrailer(
    int algorithm,
    int hash,
    int idType,
    int signerBytes,
    int keyBytes,
    int unused,
    long signatureBytes) {

  /** The number of bytes after the three parts. */
  static final int FIXED_BYTES = 40;

  private static final byte[] MAGIC = "~Module signature appended~\n".getBytes(ISO_8859_1);
  private static final int MAGIC_AT = 12;

  /** Returns that in {@code end}, the last {@link #FIXED_BYTES} of a file, if there is one. */
  static Optional<SignatureTrailer> parse(ByteBuffer end) {
    ByteBuffer fields = end.slice();
    if (!fields.slice(MAGIC_AT, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))) {
      return Optional.empty();
    }
    return Optional.of(new SignatureTrailer(
        Byte.toUnsignedInt(fields.get(0)),
        Byte.toUnsignedInt(fields.get(1)),
        Byte.toUnsignedInt(fields.get(2)),
        Byte.toUnsignedInt(fields.get(3)),
        Byte.toUnsignedInt(fields.get(4)),
        fields.getInt(4) & 0xffffff,
        Integer.toUnsignedLong(fields.getInt(8))));
  }

  /** Returns the size of the three parts. */
  long partBytes() {
    return signerBytes + keyBytes + signatureBytes;
  }

  /** Returns whether it states nothing but its kind and the signature's length, as for PKCS#7. */
  boolean isBare() {
    return (algorithm | hash | signerBytes | keyBytes | unused) == 0;
  }

  /**
   * Returns the size of the signature at the end of {@code image}: 0 if it has none, or states
   * impossible lengths.
   */
  static int lengthIn(byte[] image) {
    int fixedAt = image.length - FIXED_BYTES;
    if (fixedAt < 0) {
      return 0;
    }
    long length = parse(ByteBuffer.wrap(image, fixedAt, FIXED_BYTES))
        .map(trailer -> FIXED_BYTES + trailer.partBytes())
        .orElse(0L);
    return length <= image.length ? (int) length : 0;
  }
}
