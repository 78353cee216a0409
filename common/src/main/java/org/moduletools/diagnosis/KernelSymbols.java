package org.moduletools.diagnosis;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.moduletools.tree.ModuleTree;

/**
 * What a kernel itself has for modules: by /proc/kallsyms if it runs, with what the loaded modules
 * have; else by Module.symvers or System.map of its build. The file is read when the first symbol
 * is asked for, since it has some hundred thousand.
 */
public final class KernelSymbols {

  private final Path folder;
  private final Path root;
  private final boolean runs;
  private @Nullable SymbolList list;

  /**
   * Makes those of the kernel that {@code tree} has the modules of.
   *
   * @param root the folder that holds proc and boot
   * @param runs whether that kernel runs, so that proc is about it
   */
  public KernelSymbols(ModuleTree tree, Path root, boolean runs) {
    this.folder = tree.directory();
    this.root = root;
    this.runs = runs;
  }

  /** Returns whether what is missing can be known. */
  boolean areKnown() {
    return !list().names().isEmpty();
  }

  /** Returns whether {@code symbol} is among them. */
  boolean have(String symbol) {
    return list().names().contains(symbol);
  }

  /**
   * Returns whether the kernel gives {@code symbol} only to modules whose licence is compatible
   * with the GPL; nothing if that is not known.
   */
  Optional<Boolean> isGplOnly(String symbol) {
    return list().gplOnly().isEmpty()
        ? Optional.empty()
        : Optional.of(list().gplOnly().contains(symbol));
  }

  private SymbolList list() {
    if (list == null) {
      list = read();
    }
    return list;
  }

  private SymbolList read() {
    SymbolList read =
        runs ? read(root.resolve("proc/kallsyms"), SymbolList::ofKallsyms) : SymbolList.NONE;
    if (read.names().isEmpty()) {
      read = read(folder.resolve("build/Module.symvers"), SymbolList::ofSymvers);
    }
    if (read.names().isEmpty()) {
      read = read(folder.resolve("System.map"), SymbolList::ofMap);
    }
    Path ofBoot = root.resolve("boot/System.map-" + folder.getFileName());
    return read.names().isEmpty() ? read(ofBoot, SymbolList::ofMap) : read;
  }

  private static SymbolList read(Path file, Function<String, SymbolList> parser) {
    return KernelText.of(file).map(parser).orElse(SymbolList.NONE);
  }
}
