package org.moduletools.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.moduletools.index.ModuleDirectory.Entry;
import org.moduletools.module.Alias;
import org.moduletools.module.ModuleName;

/**
 * Which modules an alias means: those of modules, of the symbols they export, or of the kernel's
 * own parts.
 */
public final class AliasTable implements AutoCloseable {

  private final Table table;

  private AliasTable(Table table) {
    this.table = table;
  }

  /** Returns the aliases of modules: modules.alias.bin, or else modules.alias. */
  public static AliasTable ofModules(ModuleDirectory directory, Consumer<String> problems) {
    return new AliasTable(
        new Table(directory.file(Entry.ALIAS_BIN), () -> text(directory, Entry.ALIAS), problems));
  }

  /**
   * Returns the aliases {@code symbol:NAME} of exported symbols: modules.symbols.bin, or else
   * modules.symbols.
   */
  public static AliasTable ofSymbols(ModuleDirectory directory, Consumer<String> problems) {
    return new AliasTable(new Table(
        directory.file(Entry.SYMBOLS_BIN), () -> text(directory, Entry.SYMBOLS), problems));
  }

  /**
   * Returns the aliases of the kernel's own parts: modules.builtin.alias.bin, or else
   * modules.builtin.modinfo.
   */
  public static AliasTable ofBuiltins(ModuleDirectory directory, Consumer<String> problems) {
    return new AliasTable(
        new Table(directory.file(Entry.BUILTIN_ALIAS_BIN), () -> builtinText(directory), problems));
  }

  /**
   * Reads lines {@code alias PATTERN MODULE}. A pattern that no index could hold is left out, as
   * depmod leaves it out there.
   */
  private static TextTable text(ModuleDirectory directory, Entry file) throws IOException {
    TextTable text = new TextTable();
    TextTable.content(directory.file(file)).lines().forEach(line -> {
      String[] words = line.split(" ", 3);
      if (words.length == 3 && words[0].equals("alias")) {
        Alias.normalize(words[1]).ifPresent(pattern -> text.add(pattern, words[2]));
      }
    });
    return text;
  }

  private static TextTable builtinText(ModuleDirectory directory) throws IOException {
    TextTable text = new TextTable();
    for (BuiltinModinfo.Entry entry : BuiltinModinfo.read(directory)) {
      if (entry.key().equals("alias")) {
        Alias.normalize(entry.value())
            .ifPresent(pattern -> text.add(pattern, entry.module().value()));
      }
    }
    return text;
  }

  /** Returns the modules whose patterns match {@code alias}, in the order to load them. */
  public List<ModuleName> matching(String alias) throws IOException {
    List<ModuleName> modules = new ArrayList<>();
    for (String module : table.searchWild(alias)) {
      modules.add(new ModuleName(module));
    }
    return modules;
  }

  /** Shows each pattern's modules, patterns in the order of their bytes. */
  public void forEach(IndexFile.Visitor visitor) throws IOException {
    table.forEach(visitor);
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}
