package org.moduletools.modulefile;

import io.airlift.compress.zstd.ZstdDecompressor;
import io.airlift.compress.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.moduletools.modulefile.ModuleFormatException.Reason;
import org.tukaani.xz.BasicArrayCache;
import org.tukaani.xz.XZInputStream;

/** Decompresses a module, with limits: a small file must not fill the memory. */
final class Decompressor {

  /**
   * The largest module that is accepted. The largest real ones, with debug data, have half of it.
   */
  static final int MAX_IMAGE_BYTES = 512 << 20;

  /** The memory limit of xz's window: {@code xz -9} needs 65 MiB. */
  private static final int MAX_XZ_KIBIBYTES = 128 << 10;

  /** The greatest credible ratio of a zstd frame's stated size to its length. */
  private static final int CREDIBLE_RATIO = 64;

  private static final int BUFFER_BYTES = 16 << 10;

  private Decompressor() {}

  /** Returns the largest size of a module for this machine's memory. */
  static int maxImageBytes() {
    return (int) Math.min(MAX_IMAGE_BYTES, Runtime.getRuntime().maxMemory() / 4);
  }

  /**
   * Returns the content of {@code compressed}. @throws ModuleFormatException if it is damaged or
   * incomplete, or holds more than {@code maxBytes}
   */
  static byte[] decompress(Compression compression, ByteBuffer compressed, int maxBytes)
      throws ModuleFormatException {
    try {
      return switch (compression) {
        case GZIP -> bounded(new GZIPInputStream(stream(compressed), BUFFER_BYTES), maxBytes);
        case XZ -> bounded(xz(stream(compressed)), maxBytes);
        case ZSTD -> zstd(compressed, maxBytes);
        case PLAIN -> throw new IllegalArgumentException("compression is PLAIN");
      };
    } catch (ModuleFormatException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // The libraries throw unchecked exceptions too when their input is damaged.
      String detail = e.getMessage() == null ? "they are cut or damaged" : e.getMessage();
      throw new ModuleFormatException(
          Reason.BROKEN, "cannot decompress " + compression + " data: " + detail, e);
    }
  }

  private static InputStream stream(ByteBuffer bytes) {
    return new ByteArrayInputStream(
        bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
  }

  private static InputStream xz(InputStream compressed) throws IOException {
    // Windows are large; the cache reuses them for each module.
    return new XZInputStream(compressed, MAX_XZ_KIBIBYTES, true, BasicArrayCache.getInstance());
  }

  /**
   * Decompresses one frame at once if it states a credible size, as all frames do that the zstd
   * program made from a file. Others are read piece by piece: kmod 34 refuses those that state no
   * size (libkmod/libkmod-file-zstd.c: zstd_read_block).
   */
  private static byte[] zstd(ByteBuffer compressed, int maxBytes) throws IOException {
    byte[] array = compressed.array();
    int offset = compressed.arrayOffset() + compressed.position();
    int length = compressed.remaining();
    long sizeBytes = ZstdDecompressor.getDecompressedSize(array, offset, length);
    if (sizeBytes < 0 || sizeBytes > Math.min(maxBytes, (long) length * CREDIBLE_RATIO)) {
      return bounded(new ZstdInputStream(stream(compressed)), maxBytes);
    }
    byte[] image = new byte[(int) sizeBytes];
    int written = new ZstdDecompressor().decompress(array, offset, length, image, 0, image.length);
    if (written != image.length) {
      throw new IOException("less than the frame states: " + written + " bytes");
    }
    return image;
  }

  private static byte[] bounded(InputStream image, int maxBytes) throws IOException {
    try (image) {
      byte[] bytes = image.readNBytes(maxBytes + 1);
      if (bytes.length > maxBytes) {
        throw new ModuleFormatException(
            Reason.BROKEN, "decompresses to more than " + maxBytes + " bytes");
      }
      return bytes;
    }
  }
}
