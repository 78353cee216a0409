package org.moduletools.modulecache;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** A cache file being written, with room for its head in front. */
final class CacheBuffer {

  private ByteBuffer bytes = ByteBuffer.allocate(1 << 20).position(CacheFormat.HEAD_BYTES);

  void putByte(int value) {
    room(1).put((byte) value);
  }

  void putInt(int value) {
    room(Integer.BYTES).putInt(value);
  }

  void putLong(long value) {
    room(Long.BYTES).putLong(value);
  }

  void putText(String text) {
    byte[] encoded = text.getBytes(ISO_8859_1);
    room(Integer.BYTES + encoded.length).putInt(encoded.length).put(encoded);
  }

  private ByteBuffer room(int length) {
    if (bytes.remaining() < length) {
      int capacity = Math.max(2 * bytes.capacity(), Math.addExact(bytes.position(), length));
      bytes = ByteBuffer.allocate(capacity).put(bytes.flip());
    }
    return bytes;
  }

  /** Returns the whole file. */
  byte[] withHead() {
    int end = bytes.position();
    byte[] file = new byte[end];
    bytes.flip().get(file);
    CRC32 crc = new CRC32();
    crc.update(file, CacheFormat.HEAD_BYTES, end - CacheFormat.HEAD_BYTES);
    ByteBuffer.wrap(file)
        .put(CacheFormat.MAGIC)
        .putInt(CacheFormat.VERSION)
        .putInt(end - CacheFormat.HEAD_BYTES)
        .putInt((int) crc.getValue());
    return file;
  }
}
