package org.moduletools.indexing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names of modules' files in modules.dep. */
final class ListedFiles {

  private static final int READ_BYTES = 1 << 14;

  /** No path is longer (include/uapi/linux/limits.h: PATH_MAX). */
  private static final int MAX_NAME_BYTES = 1 << 12;

  /** Room for those of a kernel's modules. */
  private final Set<String> names = new HashSet<>(1 << 13);

  /** Whether a name begins two lines. */
  private boolean hasTwins;

  /** The beginning of the line being read, up to its colon; of one without a colon, it stays. */
  private byte[] line = new byte[1 << 8];

  private int lineBytes;

  private ListedFiles() {}

  /** Reads {@code modulesDep} to its end, or to the first line that begins with no path. */
  static ListedFiles read(InputStream modulesDep) throws IOException {
    ListedFiles files = new ListedFiles();
    byte[] bytes = new byte[READ_BYTES];
    boolean inName = true;
    for (int count = modulesDep.read(bytes); count > 0; count = modulesDep.read(bytes)) {
      for (int from = 0, to; from < count; from = to + 1) {
        to = indexOf(inName ? ':' : '\n', bytes, from, count);
        if (inName) {
          files.append(bytes, from, to);
          if (files.lineBytes > MAX_NAME_BYTES) {
            return files;
          }
        }
        if (to < count) {
          if (inName) {
            files.addName();
          }
          inName = !inName;
        }
      }
    }
    return files;
  }

  private static int indexOf(char c, byte[] bytes, int from, int to) {
    int i = from;
    while (i < to && bytes[i] != c) {
      i++;
    }
    return i;
  }

  private void append(byte[] bytes, int from, int to) {
    int end = lineBytes + to - from;
    if (end > line.length) {
      line = Arrays.copyOf(line, 2 * end);
    }
    System.arraycopy(bytes, from, line, lineBytes, to - from);
    lineBytes = end;
  }

  private void addName() {
    hasTwins |= !names.add(new String(line, 0, lineBytes, ISO_8859_1));
    lineBytes = 0;
  }

  /** Returns whether each of {@code modules} begins one line, and there is no other line. */
  boolean areThoseOf(List<FoundModule> modules) {
    return !hasTwins
        && lineBytes == 0
        && names.size() == modules.size()
        && modules.stream().map(FoundModule::listed).allMatch(names::contains);
  }
}
