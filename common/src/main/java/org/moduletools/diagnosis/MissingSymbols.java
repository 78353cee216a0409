package org.moduletools.diagnosis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.moduletools.kernel.Kernel;
import org.moduletools.kernel.ModuleState;
import org.moduletools.module.ModuleName;
import org.moduletools.modulefile.ModuleFile;
import org.moduletools.modulefile.ModuleSymbols.Need;
import org.moduletools.tree.ModuleTree;
import org.moduletools.tree.ResolvedModule;

/**
 * The symbols that keep a module out.
 *
 * @param symbols they, in the order of its file
 */
public record MissingSymbols(List<MissingSymbol> symbols) {

  /** How many are named in one line. */
  private static final int NAMED = 3;

  /** Copies {@code symbols}. */
  public MissingSymbols {
    symbols = List.copyOf(symbols);
  }

  /**
   * Finds the missing symbols.
   *
   * @param file the module
   * @param tree the modules that may export them
   * @param kernel the kernel with the loaded modules
   * @param root the folder that holds proc, where the kernel lists its own symbols
   * @throws IOException if the file or an index is damaged
   */
  public static MissingSymbols of(Path file, ModuleTree tree, Kernel kernel, Path root)
      throws IOException {
    List<MissingSymbol> missing = new ArrayList<>();
    Kallsyms ofKernel = new Kallsyms(root);
    for (Need need : ModuleFile.read(file).symbols().needs()) {
      if (need.weak()) {
        continue;
      }
      List<ModuleName> exporters = tree.resolve("symbol:" + need.name()).stream()
          .map(ResolvedModule::name)
          .toList();
      if (exporters.stream().anyMatch(module -> isLoaded(module, kernel))) {
        continue;
      }
      if (!exporters.isEmpty() || ofKernel.lacks(need.name())) {
        missing.add(new MissingSymbol(need.name(), exporters));
      }
    }
    return new MissingSymbols(missing);
  }

  private static boolean isLoaded(ModuleName module, Kernel kernel) {
    ModuleState state = kernel.state(module);
    return state == ModuleState.LIVE || state == ModuleState.BUILTIN;
  }

  /** Returns one cause for each set of modules that would help, and one for what nothing has. */
  public List<Cause> causes() {
    Map<List<ModuleName>, List<String>> byExporters = new LinkedHashMap<>();
    for (MissingSymbol symbol : symbols) {
      byExporters
          .computeIfAbsent(symbol.exporters(), unknown -> new ArrayList<>())
          .add(symbol.name());
    }
    List<Cause> causes = new ArrayList<>();
    byExporters.forEach((exporters, names) -> causes.add(new Missing(names, exporters)));
    return causes;
  }

  private record Missing(List<String> names, List<ModuleName> exporters) implements Cause {
    @Override
    public String inWords() {
      String needed = "it needs " + Sentence.allOf(names, NAMED) + ", which ";
      if (exporters.isEmpty()) {
        return needed + "neither this kernel nor a module of it has";
      }
      return needed + (exporters.size() == 1 ? "module " : "one of the modules ")
          + Sentence.anyOf(exporters) + " has: not loaded";
    }
  }
}
