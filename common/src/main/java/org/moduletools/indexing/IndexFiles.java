package org.moduletools.indexing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.moduletools.files.IoReason;
import org.moduletools.index.BuiltinModinfo;
import org.moduletools.index.BuiltinModules;
import org.moduletools.index.IndexBuilder;
import org.moduletools.index.IndexSizeException;
import org.moduletools.index.ModuleDirectory;
import org.moduletools.indexing.SymbolTable.Symbol;
import org.moduletools.module.Alias;
import org.moduletools.module.ModuleName;

/**
 * Renders the indexes, which modprobe searches in place of the text files (kmod 34, tools/depmod.c:
 * output_deps_bin and others).
 *
 * <p>Those of built-in modules are empty files, not empty indexes, where the kernel's build has
 * left no source for them.
 */
final class IndexFiles {

  /** The prefix of a symbol's key. */
  private static final String SYMBOL = "symbol:";

  private IndexFiles() {}

  /** modules.dep.bin: the lines of modules.dep by module. */
  static OutputBytes dep(Catalog catalog, Complaints complaints) {
    Index index = new Index("deps", new IndexBuilder(), catalog, complaints);
    for (int i = 0; i < catalog.modules().size(); i++) {
      index.add(catalog.modules().get(i).name(), catalog.dependencyLine(i), i);
    }
    return index.toBytes();
  }

  /** modules.alias.bin: modules by alias. */
  static OutputBytes alias(Catalog catalog, Complaints complaints) {
    int count = 0;
    int aliasBytes = 0;
    for (DepmodModule module : catalog.modules()) {
      count += module.aliases().size();
      for (String alias : module.aliases()) {
        aliasBytes += alias.length();
      }
    }
    Index index = new Index("alias", new IndexBuilder(count, aliasBytes), catalog, complaints);
    for (int i = 0; i < catalog.modules().size(); i++) {
      DepmodModule module = catalog.modules().get(i);
      for (String alias : module.aliases()) {
        index.addAlias(alias, module.name(), i);
      }
    }
    return index.toBytes();
  }

  /** modules.symbols.bin: modules by exported symbol. */
  static OutputBytes symbols(Catalog catalog, Complaints complaints) {
    int count = catalog.exported().size();
    int nameBytes = SYMBOL.length() * count;
    for (Symbol symbol : catalog.exported()) {
      nameBytes += symbol.name().length();
    }
    Index index = new Index("syms", new IndexBuilder(count, nameBytes), catalog, complaints);
    for (Symbol symbol : catalog.exported()) {
      String owner = catalog.modules().get(symbol.owner()).name();
      index.add(SYMBOL + symbol.name(), owner, symbol.owner());
    }
    return index.toBytes();
  }

  /** modules.builtin.bin: the names of modules that are part of the kernel. */
  static OutputBytes builtin(Catalog catalog, Complaints complaints) {
    Path file = catalog.directory().file(ModuleDirectory.Entry.BUILTIN);
    String text;
    try {
      text = Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException unreadable) {
      complain(file, unreadable, complaints);
      return new OutputBytes();
    }
    Index index = new Index("builtin", new IndexBuilder(), catalog, complaints);
    for (String line : (Iterable<String>) text.lines()::iterator) {
      Optional<ModuleName> module = BuiltinModules.ofLine(line);
      if (module.isPresent()) {
        index.add(module.get().value(), "", 0);
      } else {
        complaints.error("Invalid modules.builtin line: " + line + "\n");
      }
    }
    return index.toBytes();
  }

  /** modules.builtin.alias.bin: modules that are part of the kernel, by alias. */
  static OutputBytes builtinAlias(Catalog catalog, Complaints complaints) {
    Path file = catalog.directory().file(ModuleDirectory.Entry.BUILTIN_MODINFO);
    Index index = new Index("builtin alias", new IndexBuilder(), catalog, complaints);
    try {
      Files.newInputStream(file).close();
      for (BuiltinModinfo.Entry entry : BuiltinModinfo.read(catalog.directory())) {
        if (entry.key().equals("alias")) {
          index.addAlias(entry.value(), entry.module().value(), 0);
        }
      }
    } catch (IOException unreadable) {
      complain(file, unreadable, complaints);
      return new OutputBytes();
    }
    return index.toBytes();
  }

  /** A missing file is no problem. An unreadable one is fatal, since its content would be lost. */
  private static void complain(Path file, IOException failure, Complaints complaints) {
    if (failure instanceof NoSuchFileException) {
      complaints.warning("could not open " + file.getFileName() + " at " + file.getParent() + ": "
          + IoReason.of(failure));
    } else {
      complaints.fatal("could not read " + file + ": " + IoReason.of(failure));
    }
  }

  /** One index being filled. */
  private static final class Index {

    private final String what;
    private final boolean warnDuplicates;
    private final Complaints complaints;
    private final IndexBuilder builder;
    private final Set<String> seen = new HashSet<>();

    /** {@code what} is the term for the values in warnings. */
    Index(String what, IndexBuilder builder, Catalog catalog, Complaints complaints) {
      this.what = what;
      this.builder = builder;
      this.warnDuplicates = catalog.warnDuplicates();
      this.complaints = complaints;
    }

    void addAlias(String alias, String module, int priority) {
      Optional<String> normal = Alias.normalize(alias);
      if (normal.isPresent()) {
        add(normal.get(), module, priority);
      } else {
        complaints.warning("Unmatched bracket in " + alias);
      }
    }

    void add(String key, String value, int priority) {
      if (!builder.add(key, value, priority)) {
        refuse(IndexBuilder.canHold(key) ? value : key);
      } else if (warnDuplicates && !seen.add(key + "\0" + value)) {
        complaints.warning("duplicate module " + what + ":\n" + key + " " + value);
      }
    }

    private void refuse(String text) {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c >= 128) {
          complaints.fatal("Module index: bad character '" + c + "'=0x" + Integer.toHexString(c)
              + " - only 7-bit ASCII is supported:\n" + text);
          return;
        }
      }
    }

    OutputBytes toBytes() {
      try {
        return OutputBytes.of(builder.toBuffer());
      } catch (IndexSizeException tooLarge) {
        complaints.fatal("the index of module " + what + ": " + tooLarge.getMessage());
        return new OutputBytes();
      }
    }
  }
}
