package org.moduletools.diagnosis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.moduletools.module.ModuleName;

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
