package org.moduletools.diagnosis;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The names in /proc/kallsyms: symbols of the kernel and of all loaded modules. */
final class KernelSymbols {

  private KernelSymbols() {}

  /**
   * Returns them; none if the kernel does not tell. Without CONFIG_KALLSYMS_ALL only functions are
   * there: then it cannot be known what is missing, and none is returned either.
   */
  static Set<String> read(Path root) {
    Optional<String> text = KernelText.of(root.resolve("proc/kallsyms"));
    Set<String> names = new HashSet<>();
    boolean hasData = false;
    for (String line : text.orElse("").split("\n", -1)) {
      String[] columns = line.split("[ \t]", 4);
      if (columns.length > 2) {
        names.add(columns[2]);
        hasData |= columns[1].equals("D") || columns[1].equals("B");
      }
    }
    return hasData ? names : Set.of();
  }
}
