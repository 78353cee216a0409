package org.moduletools.modinfo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.moduletools.index.AliasTable;
import org.moduletools.index.BuiltinModinfo;
import org.moduletools.index.BuiltinModules;
import org.moduletools.index.ModuleDirectory;
import org.moduletools.index.ModulesDep;
import org.moduletools.module.ModuleName;
import org.moduletools.modulefile.Modinfo.Entry;

/**
 * Finds modules by their names in one module directory, as modprobe does but for its configuration
 * (kmod 34, libkmod/libkmod-module.c: kmod_module_new_from_lookup).
 */
final class Catalog implements AutoCloseable {

  private final ModuleDirectory directory;
  private final String directoryText;
  private final ModulesDep dependencies;
  private final AliasTable symbols;
  private final AliasTable aliases;
  private final BuiltinModules builtins;
  private final AliasTable builtinAliases;
  private @Nullable Map<ModuleName, List<Entry>> builtinStrings;

  /**
   * Makes the catalog of {@code directory}; files are opened when they are first needed.
   *
   * @param directoryText how the folder is spelled to the user
   * @param problems hears of a damaged index
   */
  Catalog(ModuleDirectory directory, String directoryText, Consumer<String> problems) {
    this.directory = directory;
    this.directoryText = directoryText;
    dependencies = new ModulesDep(directory, problems);
    symbols = AliasTable.ofSymbols(directory, problems);
    aliases = AliasTable.ofModules(directory, problems);
    builtins = new BuiltinModules(directory, problems);
    builtinAliases = AliasTable.ofBuiltins(directory, problems);
  }

  /** Returns the modules that {@code name} means: a module, or all that an alias matches. */
  List<Subject> find(String name) throws IOException {
    ModuleName module = new ModuleName(name);
    if (name.indexOf(':') < 0 && dependencies.find(module).isPresent()) {
      return List.of(subject(module));
    }
    List<ModuleName> found =
        name.startsWith("symbol:") ? symbols.matching(name) : List.<ModuleName>of();
    if (found.isEmpty()) {
      found = aliases.matching(name);
    }
    return found.isEmpty() ? findBuiltin(module, name) : subjects(found);
  }

  /** Returns the module {@code name}; an alias of a part of the kernel counts as its name. */
  List<Subject> findByName(String name) throws IOException {
    ModuleName module = new ModuleName(name);
    return dependencies.find(module).isPresent()
        ? List.of(subject(module))
        : findBuiltin(module, name);
  }

  private List<Subject> findBuiltin(ModuleName module, String alias) throws IOException {
    return builtins.contains(module)
        ? List.of(new Subject.Builtin(module))
        : subjects(builtinAliases.matching(alias));
  }

  private List<Subject> subjects(List<ModuleName> modules) throws IOException {
    List<Subject> subjects = new ArrayList<>();
    for (ModuleName module : modules) {
      subjects.add(subject(module));
    }
    return subjects;
  }

  /** A module without a file is a part of the kernel. */
  private Subject subject(ModuleName module) throws IOException {
    Optional<ModulesDep.Line> line = dependencies.find(module);
    if (line.isEmpty()) {
      return new Subject.Builtin(module);
    }
    String path = line.get().path();
    return new Subject.InFile(
        module,
        path.startsWith("/") ? path : directoryText + "/" + path,
        directory.path().resolve(path));
  }

  /** Returns what a part of the kernel says of itself; nothing if the kernel's build kept none. */
  List<Entry> strings(Subject.Builtin builtin) throws IOException {
    if (builtinStrings == null) {
      builtinStrings = allBuiltinStrings();
    }
    return builtinStrings.getOrDefault(builtin.name(), List.of());
  }

  private Map<ModuleName, List<Entry>> allBuiltinStrings() throws IOException {
    Map<ModuleName, List<Entry>> strings = new HashMap<>();
    for (BuiltinModinfo.Entry entry : BuiltinModinfo.read(directory)) {
      strings
          .computeIfAbsent(entry.module(), module -> new ArrayList<>())
          .add(new Entry(entry.key(), entry.value()));
    }
    return strings;
  }

  @Override
  public void close() {
    dependencies.close();
    symbols.close();
    aliases.close();
    builtins.close();
    builtinAliases.close();
  }
}
