package org.moduletools.codec;

/**
 * Decoders of C libraries, two to three times as fast as Java's. They decode ordinary streams, and
 * report all others as unusable.
 */
public interface SystemCodecs {

  /** The result of {@link #decompress} if the target is too small. */
  int TOO_SMALL = -1;

  /**
   * The result of {@link #decompress} if there is no decoder, or if the data are damaged,
   * incomplete, followed by others, or of a kind that not every decoder knows.
   */
  int UNUSABLE = -2;

  /** No decoders. */
  SystemCodecs NONE = (format, bytes, offset, length, target) -> UNUSABLE;

  /** The formats that are decoded. */
  enum Format {
    /** One member of a .gz file. */
    GZIP,

    /** One .xz stream. */
    XZ,

    /** One Zstandard frame. */
    ZSTD
  }

  /**
   * Decodes {@code length} bytes of {@code bytes} from {@code offset} on into {@code target}, from
   * its beginning. Safe for use by several threads.
   *
   * @return the number of decoded bytes, with all checksums right, or {@link #TOO_SMALL}, or
   *     {@link #UNUSABLE}; in the last two cases the target may hold anything
   */
  int decompress(Format format, byte[] bytes, int offset, int length, byte[] target);

  /**
   * Gives the memory of {@code target} back to the system, as far as that is possible before it is
   * collected. Its bytes may be any from then on.
   */
  default void giveBack(byte[] target) {}
}
