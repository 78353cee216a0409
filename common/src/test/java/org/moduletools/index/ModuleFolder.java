package org.moduletools.index;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.moduletools.index.ModuleDirectory.Entry;

/** A folder of module files in memory, and what was said of problems with them. */
final class ModuleFolder {

  private final ModuleDirectory directory;
  private final List<String> problems = new ArrayList<>();

  ModuleFolder() throws IOException {
    Path path = Jimfs.newFileSystem(Configuration.unix()).getPath("/lib/modules/6.1");
    directory = new ModuleDirectory(Files.createDirectories(path));
  }

  ModuleDirectory directory() {
    return directory;
  }

  /** Returns what was told to {@link #hear}, and forgets nothing. */
  List<String> problems() {
    return problems;
  }

  void hear(String problem) {
    problems.add(problem);
  }

  void text(Entry file, String... lines) throws IOException {
    Files.writeString(directory.file(file), String.join("\n", lines) + "\n", ISO_8859_1);
  }

  void bytes(Entry file, byte[] content) throws IOException {
    Files.write(directory.file(file), content);
  }

  /**
   * Writes an index of {@code keysAndValues}, a key and its value in turn, priorities ascending.
   */
  void index(Entry file, String... keysAndValues) throws IOException {
    IndexBuilder index = new IndexBuilder();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      index.add(keysAndValues[i], keysAndValues[i + 1], i);
    }
    bytes(file, index.toBytes());
  }
}
