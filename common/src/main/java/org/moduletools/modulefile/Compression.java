package org.moduletools.modulefile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * How a module file is compressed, which its first bytes say and not its name (kmod 34,
 * libkmod/libkmod-file.c: comp_types).
 */
public enum Compression {
  /** It is not. */
  PLAIN(""),
  GZIP("\u001f\u008b"),
  XZ("\u00fd7zXZ\0"),
  ZSTD("(\u00b5/\u00fd");

  /** How many bytes of a file {@link #of} looks at. */
  static final int HEAD_BYTES = 6;

  /** What a plain module begins with (elf.h: ELFMAG). */
  private static final String ELF = "\u007fELF";

  /** The bytes a file begins with, in ISO 8859-1. */
  private final String magic;

  Compression(String magic) {
    this.magic = magic;
  }

  /**
   * Returns how {@code file} is compressed.
   *
   * @throws ModuleFormatException if it is too short for a module
   */
  public static Compression of(Path file) throws IOException {
    return ModuleContent.compression(file);
  }

  /**
   * Returns how {@code file} is compressed, whose first bytes are {@code head}. If no module begins
   * so, the file is looked at.
   *
   * @throws IOException as {@link #of(Path)}
   */
  public static Compression of(Path file, byte[] head) throws IOException {
    if (head.length < HEAD_BYTES) {
      return of(file);
    }
    Compression compression = of(ByteBuffer.wrap(head));
    return compression == PLAIN && !startsWith(head, ELF) ? of(file) : compression;
  }

  private static boolean startsWith(byte[] head, String magic) {
    for (int i = 0; i < magic.length(); i++) {
      if (head[i] != (byte) magic.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Returns what /sys/module/compression calls it; a plain file has no name there. */
  public Optional<String> kernelName() {
    return this == PLAIN ? Optional.empty() : Optional.of(name().toLowerCase(Locale.ROOT));
  }

  /** Returns the compression of a file whose first {@link #HEAD_BYTES} are {@code head}. */
  static Compression of(ByteBuffer head) {
    for (Compression compression : new Compression[] {GZIP, XZ, ZSTD}) {
      if (compression.begins(head)) {
        return compression;
      }
    }
    return PLAIN;
  }

  private boolean begins(ByteBuffer head) {
    for (int i = 0; i < magic.length(); i++) {
      if (Byte.toUnsignedInt(head.get(i)) != magic.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Returns its name in lower case, as {@code /sys/module/compression} spells it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
