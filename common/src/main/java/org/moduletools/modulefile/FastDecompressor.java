package org.moduletools.modulefile;

import io.airlift.compress.zstd.ZstdDecompressor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.moduletools.codec.SystemCodecs;
import org.moduletools.codec.SystemCodecs.Format;
import org.moduletools.elf.ByteSource;

/**
 * Decompresses one module after the other into the same memory, by the system's decoders. Unusual
 * or damaged data are left to {@link Decompressor}, which reports the fault. Serves one thread.
 */
final class FastDecompressor {

  /** The first size of the memory; it grows with the modules. */
  private static final int FIRST_BYTES = 1 << 20;

  /** More is given back after a large module, before the next that is not. */
  private static final int KEPT_BYTES = 4 << 20;

  /** Memory for larger modules is not kept. */
  private static final int MAX_BYTES = 64 << 20;

  /** RFC 1952: magic, method, flags, time, extra flags and system, when no flag is set. */
  private static final int GZIP_HEAD_BYTES = 10;

  private static final int GZIP_METHOD_AT = 2;
  private static final byte GZIP_DEFLATE = 8;
  private static final int GZIP_FLAGS_AT = 3;
  private static final int GZIP_NAME_FLAG = 8;

  /** CRC-32 and size, little endian. */
  private static final int GZIP_TAIL_BYTES = 8;

  /** The greatest credible ratio of a stated size to the file's. */
  private static final int CREDIBLE_RATIO = 64;

  /** The greatest possible ratio of deflate. */
  private static final int DEFLATE_RATIO = 1032;

  private final SystemCodecs codecs;
  private byte[] image = new byte[0];

  /** Uses {@code codecs} where possible. */
  FastDecompressor(SystemCodecs codecs) {
    this.codecs = codecs;
  }

  /**
   * Returns the content of {@code compressed}, which is valid until the next call, or nothing if
   * {@link Decompressor} has to be used.
   */
  Optional<ByteSource> decompress(Compression compression, ByteBuffer compressed, int maxBytes) {
    byte[] bytes = compressed.array();
    int offset = compressed.arrayOffset() + compressed.position();
    int length = compressed.remaining();
    int bound = Math.min(maxBytes, MAX_BYTES);
    int sizeBytes = switch (compression) {
      case GZIP -> gzip(bytes, offset, length, bound);
      case XZ ->
        bySystem(Format.XZ, bytes, offset, length, statedByXz(bytes, offset, length, bound), bound);
      case ZSTD ->
        bySystem(Format.ZSTD, bytes, offset, length, statedByZstd(bytes, offset, length), bound);
      case PLAIN -> throw new IllegalArgumentException("compression is PLAIN");
    };
    return sizeBytes < 0 ? Optional.empty() : Optional.of(ByteSource.of(image, sizeBytes));
  }

  /**
   * Returns the stated size. Small files may hold much: the same byte over and over compresses
   * best.
   */
  private static long statedByXz(byte[] bytes, int offset, int length, int bound) {
    long stated = XzIndex.statedBytes(bytes, offset, length);
    return stated > Math.min(bound, (long) length * CREDIBLE_RATIO) ? 0 : stated;
  }

  private static long statedByZstd(byte[] bytes, int offset, int length) {
    try {
      return ZstdDecompressor.getDecompressedSize(bytes, offset, length);
    } catch (RuntimeException damaged) {
      return SystemCodecs.UNUSABLE;
    }
  }

  /** Returns the size, or a negative number. {@code hint} is the probable size of the module. */
  private int bySystem(Format format, byte[] bytes, int offset, int length, long hint, int bound) {
    if (hint > Math.min(bound, (long) length * CREDIBLE_RATIO)
        || codecs.equals(SystemCodecs.NONE)) {
      return SystemCodecs.UNUSABLE;
    }
    makeRoom((int) Math.max(hint, Math.min(FIRST_BYTES, bound)));
    int sizeBytes = codecs.decompress(format, bytes, offset, length, image);
    while (sizeBytes == SystemCodecs.TOO_SMALL && image.length < bound) {
      makeRoom(Math.min(2 * image.length, bound));
      sizeBytes = codecs.decompress(format, bytes, offset, length, image);
    }
    return sizeBytes;
  }

  /** Not much more than is needed: the largest modules are far larger than all others. */
  private void makeRoom(int bytes) {
    if (image.length > KEPT_BYTES && bytes <= KEPT_BYTES) {
      release();
    }
    if (image.length < bytes) {
      int longer = Math.min(image.length + image.length / 4, MAX_BYTES);
      release();
      image = new byte[Math.max(bytes, Math.max(longer, FIRST_BYTES))];
    }
  }

  /** Gives the memory back, and what was returned with it. */
  void release() {
    codecs.giveBack(image);
    image = new byte[0];
  }

  /** As {@link #bySystem}, for a file of one member, as gzip writes it. */
  private int gzip(byte[] bytes, int offset, int length, int bound) {
    int head = gzipHeadBytes(bytes, offset, length);
    if (head < 0) {
      return SystemCodecs.UNUSABLE;
    }
    ByteBuffer tail = ByteBuffer.wrap(bytes, offset + length - GZIP_TAIL_BYTES, GZIP_TAIL_BYTES)
        .slice()
        .order(ByteOrder.LITTLE_ENDIAN);
    long sizeBytes = Integer.toUnsignedLong(tail.getInt(Integer.BYTES));
    if (sizeBytes > Math.min(bound, (long) length * DEFLATE_RATIO)) {
      return SystemCodecs.UNUSABLE;
    }
    makeRoom((int) sizeBytes);
    if (codecs.decompress(Format.GZIP, bytes, offset, length, image) == sizeBytes) {
      return (int) sizeBytes;
    }
    if (!inflate(bytes, offset + head, length - head - GZIP_TAIL_BYTES, (int) sizeBytes)) {
      return SystemCodecs.UNUSABLE;
    }
    CRC32 crc = new CRC32();
    crc.update(image, 0, (int) sizeBytes);
    return (int) crc.getValue() == tail.getInt(0) ? (int) sizeBytes : SystemCodecs.UNUSABLE;
  }

  /** Returns whether the deflated data have {@code sizeBytes} and end where they should. */
  private boolean inflate(byte[] bytes, int offset, int length, int sizeBytes) {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(bytes, offset, length);
      int inflated = inflater.inflate(image, 0, sizeBytes);
      return inflater.finished() && inflated == sizeBytes && inflater.getRemaining() == 0;
    } catch (DataFormatException damaged) {
      return false;
    } finally {
      inflater.end();
    }
  }

  /** Returns the offset of the data, or a negative number for a rare kind of header. */
  private static int gzipHeadBytes(byte[] bytes, int offset, int length) {
    if (length < GZIP_HEAD_BYTES + GZIP_TAIL_BYTES
        || bytes[offset + GZIP_METHOD_AT] != GZIP_DEFLATE
        || (bytes[offset + GZIP_FLAGS_AT] & ~GZIP_NAME_FLAG) != 0) {
      return SystemCodecs.UNUSABLE;
    }
    int end = GZIP_HEAD_BYTES;
    if (bytes[offset + GZIP_FLAGS_AT] == GZIP_NAME_FLAG) {
      int last = length - GZIP_TAIL_BYTES;
      while (end < last && bytes[offset + end] != 0) {
        end++;
      }
      end++;
    }
    return end <= length - GZIP_TAIL_BYTES ? end : SystemCodecs.UNUSABLE;
  }
}
