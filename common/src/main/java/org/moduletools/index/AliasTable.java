package org.moduletools.index;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.moduletools.index.ModuleDirectory.Entry;
import org.moduletools.module.Alias;
import org.moduletools.module.ModuleName;

/**
 * The modules of an alias: aliases of modules, of the symbols that they export, or of built-in
 * modules.
 */
public final class AliasTable implements AutoCloseable {

  private final Table table;

  private AliasTable(Table table) {
    this.table = table;
  }

  /** Returns the aliases of modules: modules.alias.bin, or else modules.alias. */
  public static AliasTable ofModules(ModuleDirectory directory, Consumer<String> problems) {
    return of(directory, Entry.ALIAS_BIN, Entry.ALIAS, AliasTable::readLines, problems);
  }

  /**
   * Returns the aliases {@code symbol:NAME} of exported symbols: modules.symbols.bin, or else
   * modules.symbols.
   */
  public static AliasTable ofSymbols(ModuleDirectory directory, Consumer<String> problems) {
    return of(directory, Entry.SYMBOLS_BIN, Entry.SYMBOLS, AliasTable::readLines, problems);
  }

  /**
   * Returns the aliases of built-in modules: modules.builtin.alias.bin, or else
   * modules.builtin.modinfo.
   */
  public static AliasTable ofBuiltins(ModuleDirectory directory, Consumer<String> problems) {
    return of(
        directory,
        Entry.BUILTIN_ALIAS_BIN,
        Entry.BUILTIN_MODINFO,
        AliasTable::readModinfo,
        problems);
  }

  private static AliasTable of(
      ModuleDirectory directory,
      Entry index,
      Entry text,
      Table.TextReader reader,
      Consumer<String> problems) {
    return new AliasTable(
        new Table(directory, index, text, reader, Table.ValueRule.NONE, problems));
  }

  /**
   * Reads lines {@code alias PATTERN MODULE}, which are in the order of the modules; of a module's
   * priority only the order matters. A pattern that an index cannot hold is left out, as depmod
   * does.
   */
  private static IndexBuilder readLines(Path file) throws IOException {
    IndexBuilder aliases = new IndexBuilder();
    String previous = "";
    int priority = 0;
    for (String line : TextFile.readWritten(file)) {
      String[] words = line.strip().split("[ \t]+", 3);
      if (words.length < 3 || !words[0].equals("alias")) {
        continue;
      }
      String module = words[2];
      priority += module.equals(previous) ? 0 : 1;
      previous = module;
      Optional<String> pattern = Alias.normalize(words[1]);
      if (pattern.isPresent()) {
        aliases.addText(pattern.get(), module, priority);
      }
    }
    return aliases;
  }

  private static IndexBuilder readModinfo(Path file) throws IOException {
    IndexBuilder aliases = new IndexBuilder();
    for (BuiltinModinfo.Entry entry : BuiltinModinfo.parse(TextFile.read(file))) {
      Optional<String> pattern = Alias.normalize(entry.value());
      if (entry.key().equals("alias") && pattern.isPresent()) {
        aliases.addText(pattern.get(), entry.module().value(), 0);
      }
    }
    return aliases;
  }

  /** Returns the modules with a pattern that matches {@code alias}, in load order. */
  public List<ModuleName> matching(String alias) throws IOException {
    List<ModuleName> modules = new ArrayList<>();
    for (String module : table.searchWild(alias)) {
      modules.add(new ModuleName(module));
    }
    return modules;
  }

  /**
   * Passes the modules of each pattern to {@code visitor}, patterns in the order of their bytes.
   */
  public void forEach(IndexFile.Visitor visitor) throws IOException {
    table.forEach(visitor);
  }

  /**
   * Writes the entries of {@link #forEach}, as the lines {@code alias PATTERN MODULE} of
   * modules.alias.
   */
  public void writeLines(OutputStream out) throws IOException {
    table.forEachBytes(new LineWriter(out));
  }

  /** Writes each line at once: a stream takes locks for each part of it. */
  private static final class LineWriter implements IndexWalk.Taker {

    private static final byte[] COMMAND = "alias ".getBytes(ISO_8859_1);

    private final OutputStream out;
    private byte[] line = COMMAND.clone();

    LineWriter(OutputStream out) {
      this.out = out;
    }

    @Override
    public void take(byte[] pattern, int patternBytes, byte[] module, int moduleBytes)
        throws IOException {
      int blank = COMMAND.length + patternBytes;
      int end = blank + 1 + moduleBytes;
      if (line.length <= end) {
        line = Arrays.copyOf(line, 2 * (end + 1));
      }
      System.arraycopy(pattern, 0, line, COMMAND.length, patternBytes);
      line[blank] = ' ';
      System.arraycopy(module, 0, line, blank + 1, moduleBytes);
      line[end] = '\n';
      out.write(line, 0, end + 1);
    }
  }

  @Override
  public void close() {
    table.close();
  }
}
