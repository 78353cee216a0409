package org.moduletools.diagnosis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.moduletools.module.ModuleName;

/**
 * The items for the kernel itself on its command line that are about modules. For those for
 * modprobe see {@code org.moduletools.config}.
 *
 * @param items its words
 */
record CommandLine(List<String> items) {

  /** Copies {@code items}. */
  CommandLine {
    items = List.copyOf(items);
  }

  /** Reads /proc/cmdline. */
  static CommandLine read(Path root) {
    List<String> items = new ArrayList<>();
    for (String item : KernelText.of(root.resolve("proc/cmdline")).orElse("").split("\\s+", -1)) {
      items.add(item);
    }
    return new CommandLine(items);
  }

  /** Returns whether {@code module_blacklist=} names {@code module}; the last one counts. */
  boolean blacklists(ModuleName module) {
    String names = "";
    for (String item : items) {
      if (item.startsWith("module_blacklist=")) {
        names = item.substring(item.indexOf('=') + 1);
      }
    }
    for (String name : names.split(",", -1)) {
      if (new ModuleName(name).equals(module) && !name.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether it demands signatures ({@code module.sig_enforce}). */
  boolean enforcesSignatures() {
    for (String item : items) {
      if (item.equals("module.sig_enforce") || item.startsWith("module.sig_enforce=")) {
        return true;
      }
    }
    return false;
  }
}
