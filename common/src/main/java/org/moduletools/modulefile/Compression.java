package org.moduletools.modulefile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * The compression of a module file, known by its first bytes, not by its name (kmod 34,
 * libkmod/libkmod-file.c: comp_types).
 */
public enum Compression {
  /** Not compressed. */
  PLAIN(""),
  GZIP("\u001f\u008b"),
  XZ("\u00fd7zXZ\0"),
  ZSTD("(\u00b5/\u00fd");

  /** The number of bytes that {@link #of} needs. */
  static final int HEAD_BYTES = 6;

  /** The beginning of a plain module (elf.h: ELFMAG). */
  private static final String ELF = "\u007fELF";

  /** The bytes a file begins with, in ISO 8859-1. */
  private final String magic;

  Compression(String magic) {
    this.magic = magic;
  }

  /**
   * Returns the compression of {@code file}. @throws ModuleFormatException if it is too short for a
   * module
   */
  public static Compression of(Path file) throws IOException {
    return ModuleContent.compression(file);
  }

  /**
   * Returns the compression of {@code file}, which begins with {@code head}. If no module begins
   * so, the file is read.
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

  /** Returns its name in /sys/module/compression; {@link #PLAIN} has none. */
  public Optional<String> kernelName() {
    return this == PLAIN ? Optional.empty() : Optional.of(name().toLowerCase(Locale.ROOT));
  }

  /** Returns the compression of a file with the first {@link #HEAD_BYTES} {@code head}. */
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
