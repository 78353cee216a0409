package org.moduletools.diagnosis;

import java.nio.file.Path;
import java.util.List;
import org.moduletools.config.KernelArgument;
import org.moduletools.module.ModuleName;

/**
 * The items for the kernel itself on its command line that are about modules. For those for
 * modprobe see {@code org.moduletools.config}.
 *
 * @param words it as far as it is for the kernel
 */
record CommandLine(List<KernelArgument> words) {

  /** Copies {@code words}. */
  CommandLine {
    words = List.copyOf(words);
  }

  /** Reads /proc/cmdline; what follows {@code --} is for the first program. */
  static CommandLine read(Path root) {
    List<KernelArgument> words =
        KernelArgument.of(KernelText.of(root.resolve("proc/cmdline")).orElse(""));
    int end = 0;
    while (end < words.size() && !words.get(end).text().equals("--")) {
      end++;
    }
    return new CommandLine(words.subList(0, end));
  }

  /**
   * Returns whether {@code module_blacklist=} names {@code module}, letter by letter; the last one
   * counts (kernel/module/main.c: blacklisted).
   */
  boolean blacklists(ModuleName module) {
    String names = "";
    for (KernelArgument word : words) {
      if (isCalled("module_blacklist", word)) {
        names = word.value().orElse(names);
      }
    }
    return List.of(names.split(",", -1)).contains(module.value());
  }

  /** Returns whether it demands signatures ({@code module.sig_enforce}). */
  boolean enforcesSignatures() {
    return words.stream().anyMatch(word -> isCalled("module.sig_enforce", word));
  }

  private static boolean isCalled(String name, KernelArgument word) {
    return word.name().replace('-', '_').equals(name);
  }
}
