package org.moduletools.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.moduletools.fuzz.Finding;
import org.moduletools.fuzz.MemoryFolder;
import org.moduletools.index.ModuleDirectory.Entry;
import org.moduletools.module.ModuleName;

/**
 * The text files of a module directory, each with the input as its content. No exception is
 * documented: a malformed line is skipped. A damaged index must be replaced by the text.
 */
public final class TextTablesFuzz {

  private static final List<Entry> TEXTS =
      List.of(Entry.DEP, Entry.ALIAS, Entry.SYMBOLS, Entry.BUILTIN, Entry.BUILTIN_MODINFO);
  private static final List<Entry> INDEXES = List.of(
      Entry.DEP_BIN,
      Entry.ALIAS_BIN,
      Entry.SYMBOLS_BIN,
      Entry.BUILTIN_BIN,
      Entry.BUILTIN_ALIAS_BIN);

  private TextTablesFuzz() {}

  /** Reads {@code input} as each of the files. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    try (MemoryFolder folder = new MemoryFolder()) {
      TEXTS.forEach(text -> folder.put("m/" + text.fileName(), input));
      ModuleDirectory directory = new ModuleDirectory(folder.root().resolve("m"));
      List<String> damagedTexts = new ArrayList<>();
      List<String> texts = all(directory.withoutIndexes(), damagedTexts);
      INDEXES.forEach(index -> folder.put("m/" + index.fileName(), new byte[64]));
      if (!damagedTexts.isEmpty()) {
        Finding.unlessEqual("whether nothing serves", true, isRefused(directory));
        return;
      }
      List<String> problems = new ArrayList<>();
      Finding.unlessEqual("what stands in for a damaged index", texts, all(directory, problems));
      Finding.unlessEqual("number of problems", INDEXES.size(), problems.size());
      BuiltinModinfo.read(directory);
    }
  }

  private static boolean isRefused(ModuleDirectory directory) throws IOException {
    try {
      all(directory, new ArrayList<>());
      return false;
    } catch (IndexFormatException damaged) {
      return true;
    }
  }

  /** Returns all that the tables have. */
  private static List<String> all(ModuleDirectory directory, List<String> problems)
      throws IOException {
    List<String> all = new ArrayList<>();
    try (ModulesDep dep = new ModulesDep(directory, problems::add);
        AliasTable modules = AliasTable.ofModules(directory, problems::add);
        AliasTable symbols = AliasTable.ofSymbols(directory, problems::add);
        AliasTable parts = AliasTable.ofBuiltins(directory, problems::add);
        BuiltinModules builtin = new BuiltinModules(directory, problems::add)) {
      dep.forEach(line -> all.add(line.toString()));
      for (AliasTable table : List.of(modules, symbols, parts)) {
        table.forEach((pattern, module) -> all.add(pattern + " " + module));
        all.add(table.matching("pci:v00008086").toString());
      }
      builtin.forEach(module -> all.add(module.value()));
      all.add(dep.find(new ModuleName("a")).toString());
    }
    return all;
  }
}
