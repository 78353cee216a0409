package org.moduletools.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.moduletools.module.ModuleName;

/**
 * The content of /proc/modules: all loaded modules, the last loaded first.
 *
 * @param modules the rows in their order
 */
record ProcModules(List<LoadedModule> modules) {

  /** Copies {@code modules}. */
  ProcModules {
    modules = List.copyOf(modules);
  }

  /**
   * Reads the file.
   *
   * @throws IOException if it is not there or cannot be read
   */
  static ProcModules read(Path file) throws IOException {
    return parse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
  }

  /** Reads the rows of {@code text}; blank lines are skipped. */
  static ProcModules parse(String text) {
    List<LoadedModule> modules = new ArrayList<>();
    text.lines().forEach(line -> LoadedModule.parse(line).ifPresent(modules::add));
    return new ProcModules(modules);
  }

  /** Returns the row of {@code name}. */
  Optional<LoadedModule> find(ModuleName name) {
    return modules.stream().filter(module -> module.name().equals(name)).findFirst();
  }
}
