package org.moduletools.diagnosis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Small text files, such as those of /proc and /sys. An unreadable file counts as missing. */
final class KernelText {

  /** The limit: /proc/kallsyms, the longest of them, has some 15 MB. */
  private static final int MAX_BYTES = 64 << 20;

  private KernelText() {}

  /** Returns the text of {@code file}, one char for each byte. */
  static Optional<String> of(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(new String(in.readNBytes(MAX_BYTES), ISO_8859_1));
    } catch (IOException notTold) {
      return Optional.empty();
    }
  }

  /** Returns the text without blanks around it. */
  static Optional<String> stripped(Path file) {
    return of(file).map(String::strip);
  }

  /** Returns the names in {@code folder}, sorted; none if it cannot be read. */
  static List<String> namesIn(Path folder) {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        names.add(String.valueOf(entry.getFileName()));
      }
    } catch (IOException | DirectoryIteratorException notTold) {
      return List.of();
    }
    Collections.sort(names);
    return names;
  }
}
