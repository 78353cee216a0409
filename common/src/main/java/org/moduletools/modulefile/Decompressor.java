package org.moduletools.modulefile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.moduletools.modulefile.ModuleFormatException.Reason;
import org.tukaani.xz.BasicArrayCache;
import org.tukaani.xz.XZInputStream;

/** Decompresses a module, within bounds: a small file must not be able to fill the memory. */
final class Decompressor {

  /** The largest module there may be. The largest real ones, with debug data, have half of it. */
  static final int MAX_IMAGE_BYTES = 512 << 20;

  /** What xz may take for its window: {@code xz -9} takes 65 MiB. */
  private static final int MAX_XZ_KIBIBYTES = 128 << 10;

  private static final int BUFFER_BYTES = 16 << 10;

  private Decompressor() {}

  /**
   * Returns what {@code compressed} holds.
   *
   * @throws ModuleFormatException if it is damaged or incomplete, or holds more than
   *     {@link #MAX_IMAGE_BYTES} or a quarter of the memory
   */
  static byte[] decompress(Compression compression, ByteBuffer compressed)
      throws ModuleFormatException {
    try (InputStream image = open(compression, stream(compressed))) {
      return readBounded(image, maxImageBytes());
    } catch (ModuleFormatException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // The libraries throw unchecked exceptions too when their input is damaged.
      throw new ModuleFormatException(Reason.BROKEN, "damaged " + compression + " data: " + e, e);
    }
  }

  private static InputStream stream(ByteBuffer bytes) {
    return new ByteArrayInputStream(
        bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
  }

  private static int maxImageBytes() {
    return (int) Math.min(MAX_IMAGE_BYTES, Runtime.getRuntime().maxMemory() / 4);
  }

  private static InputStream open(Compression compression, InputStream compressed)
      throws IOException {
    return switch (compression) {
      case PLAIN -> compressed;
      case GZIP -> new GZIPInputStream(compressed, BUFFER_BYTES);
      case XZ ->
        new XZInputStream(compressed, MAX_XZ_KIBIBYTES, true, BasicArrayCache.getInstance());
      case ZSTD -> throw new IOException("zstd is not read yet");
    };
  }

  private static byte[] readBounded(InputStream image, int maxBytes) throws IOException {
    byte[] bytes = image.readNBytes(maxBytes + 1);
    if (bytes.length > maxBytes) {
      throw new ModuleFormatException(
          Reason.BROKEN, "decompresses to more than " + maxBytes + " bytes");
    }
    return bytes;
  }
}
