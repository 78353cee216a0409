package org.moduletools.index;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads the text files of a module directory. */
final class TextFile {

  /** The largest file that is read; those of a Debian kernel have 1.3 MB. */
  private static final int MAX_BYTES = 64 << 20;

  private TextFile() {}

  /**
   * Returns the content of {@code file}, a character for each byte.
   *
   * @throws java.nio.file.NoSuchFileException if it is missing
   * @throws IOException also if it is larger than 64 MiB
   */
  static String read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(MAX_BYTES + 1);
      if (content.length > MAX_BYTES) {
        throw new IOException(file + ": larger than " + MAX_BYTES + " bytes");
      }
      return new String(content, ISO_8859_1);
    }
  }

  /**
   * As {@link #readLines}, for a file that depmod writes line by line. A file without a line end,
   * or with NUL bytes, is damaged, such as by a power cut.
   *
   * @throws IndexFormatException if it is damaged
   */
  static List<String> readWritten(Path file) throws IOException {
    String content = read(file);
    if (content.isEmpty()) {
      throw IndexFormatException.empty();
    }
    if (content.indexOf('\n') < 0) {
      throw new IndexFormatException("no line of it is whole");
    }
    int nul = content.indexOf('\0');
    if (nul >= 0) {
      throw new IndexFormatException("a byte of 0", nul);
    }
    return lines(content);
  }

  /** As {@link #read}, line by line. */
  static List<String> readLines(Path file) throws IOException {
    return lines(read(file));
  }

  private static List<String> lines(String content) {
    return List.of(content.split("\n", -1));
  }
}
