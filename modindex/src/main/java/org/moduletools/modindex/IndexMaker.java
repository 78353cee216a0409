package org.moduletools.modindex;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.moduletools.cli.FatalException;
import org.moduletools.files.AtomicFile;
import org.moduletools.files.IoReason;
import org.moduletools.index.IndexBuilder;

/** Makes an index of lines {@code KEY VALUE}; the number of a line is the priority of its value. */
final class IndexMaker {

  /** The greatest input: many times the largest list of aliases. */
  static final int MAX_BYTES = 16 << 20;

  private IndexMaker() {}

  /**
   * Reads lines from {@code in} and writes the index to {@code file}, which replaces a former one
   * when it is complete.
   *
   * @param shown the file in the user's spelling
   * @throws FatalException if a line cannot be held, or the file not written
   */
  static void make(InputStream in, Path file, String shown) {
    byte[] index = index(lines(in));
    try {
      AtomicFile.replace(file, index, "rw-r--r--", ".temp");
    } catch (IOException failed) {
      throw new FatalException("could not write " + shown + ": " + IoReason.of(failed));
    }
  }

  private static String lines(InputStream in) {
    try {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new FatalException("more than " + MAX_BYTES + " bytes on standard input");
      }
      return new String(bytes, ISO_8859_1);
    } catch (IOException failed) {
      throw new FatalException("could not read standard input: " + IoReason.of(failed));
    }
  }

  private static byte[] index(String lines) {
    IndexBuilder index = new IndexBuilder();
    int number = 0;
    for (String line : lines.split("\n", -1)) {
      number++;
      if (!line.isBlank()) {
        add(index, line, number);
      }
    }
    try {
      return index.toBytes();
    } catch (IOException tooLarge) {
      throw new FatalException(IoReason.of(tooLarge));
    }
  }

  private static void add(IndexBuilder index, String line, int number) {
    int end = 0;
    while (end < line.length() && line.charAt(end) != ' ' && line.charAt(end) != '\t') {
      end++;
    }
    String key = line.substring(0, end);
    String value = line.substring(Math.min(end + 1, line.length()));
    if (!IndexBuilder.canHold(key) || !IndexBuilder.canHold(value)) {
      throw new FatalException(
          "line " + number + ": only 7-bit ASCII is supported: " + line.replace('\0', '?'));
    }
    index.add(key, value, number);
  }
}
