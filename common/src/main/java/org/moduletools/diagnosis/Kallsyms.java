package org.moduletools.diagnosis;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names in /proc/kallsyms: symbols of the kernel and of all loaded modules. They are read when
 * the first is asked for, since there are some hundred thousand.
 */
final class Kallsyms {

  private final Path file;
  private @Nullable Set<String> names;

  /** {@code root} is the folder that holds proc. */
  Kallsyms(Path root) {
    this.file = root.resolve("proc/kallsyms");
  }

  /** Returns whether {@code symbol} is certainly not among them. */
  boolean lacks(String symbol) {
    Set<String> all = names();
    return !all.isEmpty() && !all.contains(symbol);
  }

  /** Returns them; none if what is missing cannot be known. */
  Set<String> names() {
    if (names == null) {
      names = read();
    }
    return names;
  }

  /**
   * Returns none if the kernel does not list all: without CONFIG_KALLSYMS_ALL only functions are
   * there, and what is missing cannot be known.
   */
  private Set<String> read() {
    Set<String> read = new HashSet<>();
    boolean hasData = false;
    for (String line : KernelText.of(file).orElse("").split("\n", -1)) {
      String[] columns = line.split("[ \t]", 4);
      if (columns.length > 2) {
        read.add(columns[2]);
        hasData |= columns[1].equals("D") || columns[1].equals("B");
      }
    }
    return hasData ? read : Set.of();
  }
}
