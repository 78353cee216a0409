package org.moduletools.modprobe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.moduletools.cli.FatalException;
import org.moduletools.cli.Messages;
import org.moduletools.index.AliasTable;
import org.moduletools.index.BuiltinModules;
import org.moduletools.index.IndexFile;
import org.moduletools.index.ModuleDirectory;
import org.moduletools.index.ModulesDep;
import org.moduletools.kernel.Kernel;
import org.moduletools.loading.LoadedUsers;
import org.moduletools.module.ModuleName;

/**
 * What one module directory holds: files and their dependencies, aliases, symbols, the kernel's own
 * parts. Files are opened when they are first needed; what cannot be read ends the run.
 */
final class Catalog implements AutoCloseable {

  private final ModuleDirectory directory;
  private final String directoryText;
  private final ModulesDep dependencies;
  private final AliasTable aliases;
  private final AliasTable symbols;
  private final AliasTable builtinAliases;
  private final BuiltinModules builtins;
  private final Map<ModuleName, Optional<ModulesDep.Line>> lines = new HashMap<>();
  private final Map<ModuleName, String> namedFiles = new HashMap<>();

  /** What lines say of the files of the modules that they list as needed. */
  private final Map<ModuleName, String> neededFiles = new HashMap<>();

  /**
   * Makes the catalog of {@code directory}.
   *
   * @param directoryText how the folder is spelled to the user
   * @param messages tell the user of a damaged index
   */
  Catalog(ModuleDirectory directory, String directoryText, Messages messages) {
    this.directory = directory;
    this.directoryText = directoryText;
    dependencies = new ModulesDep(directory, messages::error);
    aliases = AliasTable.ofModules(directory, messages::error);
    symbols = AliasTable.ofSymbols(directory, messages::error);
    builtinAliases = AliasTable.ofBuiltins(directory, messages::error);
    builtins = new BuiltinModules(directory, messages::error);
  }

  /** Returns how the folder is spelled to the user. */
  String directoryText() {
    return directoryText;
  }

  /** Returns the path of a file that {@link #file} told. */
  Path path(String file) {
    return directory.path().resolve(file);
  }

  /** How a table is asked. */
  @FunctionalInterface
  private interface Question<T> {
    T ask() throws IOException;
  }

  private static <T> T answer(Question<T> question) {
    try {
      return question.ask();
    } catch (IOException unreadable) {
      throw new FatalException(unreadable.getMessage() + "; run depmod");
    }
  }

  /** Takes {@code path} as the file of {@code module}, whatever modules.dep says. */
  void useFile(ModuleName module, String path) {
    namedFiles.put(module, path);
  }

  /** Returns the file of {@code module} as the user reads it, or nothing if it has none. */
  Optional<String> file(ModuleName module) {
    String named = namedFiles.get(module);
    if (named != null) {
      return Optional.of(named);
    }
    String needed = neededFiles.get(module);
    return (needed != null ? Optional.of(needed) : line(module).map(ModulesDep.Line::path))
        .map(this::fullPath);
  }

  private String fullPath(String path) {
    return path.startsWith("/") ? path : directoryText + "/" + path;
  }

  private Optional<ModulesDep.Line> line(ModuleName module) {
    return lines.computeIfAbsent(module, name -> answer(() -> dependencies.find(name)));
  }

  /**
   * Returns the modules that {@code module} needs, directly or not, those first that others of them
   * need.
   */
  List<ModuleName> dependenciesDeepestFirst(ModuleName module) {
    List<ModuleName> needed = new ArrayList<>(dependenciesUsersFirst(module));
    Collections.reverse(needed);
    return needed;
  }

  /**
   * Returns the modules that {@code module} needs, directly or not, each before those that it needs
   * itself. Their files are known from then on, without a look at the line of each: all together
   * those lines can be longer than memory.
   */
  List<ModuleName> dependenciesUsersFirst(ModuleName module) {
    List<ModuleName> needed = new ArrayList<>();
    for (String path : line(module).map(ModulesDep.Line::needs).orElse(List.of())) {
      ModuleName name = ModuleName.ofPath(path);
      needed.add(name);
      neededFiles.putIfAbsent(name, path);
    }
    return needed;
  }

  /**
   * Returns the loaded modules that use {@code module}, from {@code kernel} or else from
   * modules.dep.
   */
  LoadedUsers loadedUsers(ModuleName module, Kernel kernel) {
    return LoadedUsers.of(module, kernel, dependencies);
  }

  List<ModuleName> ownersOfSymbol(String alias) {
    return answer(() -> symbols.matching(alias));
  }

  List<ModuleName> modulesByAlias(String alias) {
    return answer(() -> aliases.matching(alias));
  }

  List<ModuleName> builtinsByAlias(String alias) {
    return answer(() -> builtinAliases.matching(alias));
  }

  boolean isBuiltin(ModuleName module) {
    return answer(() -> builtins.contains(module));
  }

  /** Returns the files of all modules as modules.dep has them, ordered by module name. */
  List<String> allFiles() {
    List<String> files = new ArrayList<>();
    return answer(() -> {
      dependencies.forEach(line -> files.add(line.path()));
      return files;
    });
  }

  /** Shows the aliases of modules, then those of symbols, each ordered by their bytes. */
  void forEachAlias(IndexFile.Visitor visitor) {
    answer(() -> {
      aliases.forEach(visitor);
      symbols.forEach(visitor);
      return visitor;
    });
  }

  @Override
  public void close() {
    dependencies.close();
    aliases.close();
    symbols.close();
    builtinAliases.close();
    builtins.close();
  }
}
