package org.moduletools.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.moduletools.index.ModuleDirectory.Entry;
import org.moduletools.module.ModuleName;

/** The modules with a file, and the needs of each: modules.dep.bin, or else modules.dep. */
public final class ModulesDep implements AutoCloseable {

  /**
   * A line of modules.dep, {@code PATH: NEEDED...}. Paths are relative to the module directory, or
   * absolute.
   *
   * @param path the module's file
   * @param needs the files of all modules that it needs, directly or not, users before used
   */
  public record Line(String path, List<String> needs) {

    /** Copies {@code needs}. */
    public Line {
      needs = List.copyOf(needs);
    }

    /** Returns the names of {@link #needs}, in their order. */
    public List<ModuleName> neededModules() {
      List<ModuleName> names = new ArrayList<>(needs.size());
      for (String file : needs) {
        names.add(ModuleName.ofPath(file));
      }
      return names;
    }

    /** Parses a line. Returns nothing for one without a colon. */
    static Optional<Line> parse(String line) {
      int colon = line.indexOf(':');
      if (colon < 0) {
        return Optional.empty();
      }
      List<String> needs = new ArrayList<>();
      for (String word : line.substring(colon + 1).split("[ \t]+", -1)) {
        if (!word.isEmpty()) {
          needs.add(word);
        }
      }
      return Optional.of(new Line(line.substring(0, colon), needs));
    }
  }

  private final Table table;

  /**
   * The modules of {@code directory}. Files are opened on the first look-up.
   *
   * @param problems receives a message about a damaged index
   */
  public ModulesDep(ModuleDirectory directory, Consumer<String> problems) {
    table = new Table(
        directory, Entry.DEP_BIN, Entry.DEP, ModulesDep::readText, ModulesDep::hasColon, problems);
  }

  private static boolean hasColon(byte[] line, int lineBytes) {
    for (int i = 0; i < lineBytes; i++) {
      if (line[i] == ':') {
        return true;
      }
    }
    return false;
  }

  private static IndexBuilder readText(Path file) throws IOException {
    IndexBuilder lines = new IndexBuilder();
    int number = 0;
    for (String line : TextFile.readWritten(file)) {
      int colon = line.indexOf(':');
      if (colon > 0 && !line.startsWith("#")) {
        lines.addText(ModuleName.ofPath(line.substring(0, colon)).value(), line, number++);
      }
    }
    return lines;
  }

  /** Returns the line of {@code module}, if there is one. */
  public Optional<Line> find(ModuleName module) throws IOException {
    return table.search(module.value()).flatMap(Line::parse);
  }

  /** Passes all lines to {@code visitor}, ordered by module name. */
  public void forEach(Consumer<Line> visitor) throws IOException {
    table.forEach((name, line) -> Line.parse(line).ifPresent(visitor));
  }

  @Override
  public void close() {
    table.close();
  }
}
