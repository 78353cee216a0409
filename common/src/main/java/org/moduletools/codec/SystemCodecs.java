package org.moduletools.codec;

/**
 * Decoders that are on the machine beside this program, and take a third of the time that Java's
 * take. They are asked for what is ordinary; of anything else they only say that it is not.
 */
public interface SystemCodecs {

  /** What {@link #decompress} returns if the target is too small. */
  int TOO_SMALL = -1;

  /**
   * What {@link #decompress} returns if there is no decoder, or the data are damaged, incomplete,
   * followed by others, or of a kind that not every decoder knows.
   */
  int UNUSABLE = -2;

  /** Where there are none. */
  SystemCodecs NONE = (format, bytes, offset, length, target) -> UNUSABLE;

  /** What they decode. */
  enum Format {
    /** One .xz stream. */
    XZ,

    /** One Zstandard frame. */
    ZSTD
  }

  /**
   * Decodes the {@code length} bytes of {@code bytes} from {@code offset} on to the beginning of
   * {@code target}. May be called by several threads at the same time.
   *
   * @return how many bytes there are, all checksums being right, or {@link #TOO_SMALL}, or
   *     {@link #UNUSABLE}; in the last two cases the target may hold anything
   */
  int decompress(Format format, byte[] bytes, int offset, int length, byte[] target);
}
