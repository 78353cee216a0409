package org.moduletools.modulefile;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A few bytes that never change, such as a build-id. */
public final class Bytes {

  private static final HexFormat HEX = HexFormat.of();

  private final byte[] bytes;

  private Bytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Returns a copy of {@code bytes}. */
  public static Bytes of(byte... bytes) {
    return new Bytes(bytes.clone());
  }

  /** Returns a copy of the remaining {@code bytes}; their position stays. */
  static Bytes remaining(ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    return new Bytes(copy);
  }

  /** Returns the number of bytes. */
  public int size() {
    return bytes.length;
  }

  /** Returns a copy of the bytes. */
  public byte[] toArray() {
    return bytes.clone();
  }

  @Override
  @SuppressWarnings("exports") // callers do not need the annotation
  public boolean equals(@Nullable Object other) {
    return other instanceof Bytes same && Arrays.equals(bytes, same.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Returns two lower-case digits for each byte: a build-id as debuggers look it up. */
  @Override
  public String toString() {
    return HEX.formatHex(bytes);
  }
}
