package org.moduletools.tree;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.moduletools.config.ConfigAlias;
import org.moduletools.config.ConfigFiles;
import org.moduletools.config.ConfigSource;
import org.moduletools.config.KernelCommandLine;
import org.moduletools.config.ModprobeConfig;
import org.moduletools.config.Softdeps;
import org.moduletools.devicetable.DeviceTable;
import org.moduletools.index.AliasTable;
import org.moduletools.index.BuiltinModinfo;
import org.moduletools.index.BuiltinModules;
import org.moduletools.index.IndexFile;
import org.moduletools.index.ModuleDirectory;
import org.moduletools.index.ModuleDirectory.Entry;
import org.moduletools.index.ModulesDep;
import org.moduletools.module.Alias;
import org.moduletools.module.ModuleName;
import org.moduletools.modulefile.Modinfo;
import org.moduletools.modulefile.ModuleDescription;
import org.moduletools.modulefile.ModuleFile;
import org.moduletools.modulefile.ModuleSymbols;
import org.moduletools.modulefile.ModuleSymbols.Need;
import org.moduletools.tree.Meaning.Table;

/**
 * The modules in one folder {@code lib/modules/RELEASE}, indexed by depmod, and the configuration
 * that applies to them. Its results are those of modprobe and modinfo.
 *
 * <pre>{@code
 * try (ModuleTree tree = ModuleTree.open(Path.of("/lib/modules/6.1.0-56-amd64"))) {
 *   for (ResolvedModule module : tree.resolve("fs-ext4")) {
 *     System.out.println(tree.file(module.name()) + " needs " + tree.needs(module.name()));
 *   }
 * }
 * }</pre>
 *
 * <p>The folder may be on any file system: a disk, a zip file, in memory. Index files are opened on
 * first use and stay open until {@link #close}, so that all results are of one set of indexes, even
 * if depmod replaces them meanwhile. Safe for use by several threads.
 *
 * <p>A damaged index is reported to the listener of {@link #open(Path, ModprobeConfig, Consumer)},
 * and its text form used in its place. If that is missing too, a look-up throws {@link IOException}
 * with the file's name in the message. Without any index a tree knows no module.
 */
public final class ModuleTree implements AutoCloseable {

  private final ModuleDirectory directory;
  private final ModprobeConfig config;
  private final Consumer<String> problems;
  private final ModulesDep dependencies;
  private final AliasTable aliases;
  private final AliasTable symbols;
  private final AliasTable builtinAliases;
  private final BuiltinModules builtins;
  private @Nullable Map<ModuleName, List<Modinfo.Entry>> builtinStrings;

  private ModuleTree(Path path, ModprobeConfig config, Consumer<String> problems) {
    this.directory = new ModuleDirectory(path, config.usesIndexes());
    this.config = config;
    this.problems = problems;
    dependencies = new ModulesDep(directory, problems);
    aliases = AliasTable.ofModules(directory, problems);
    symbols = AliasTable.ofSymbols(directory, problems);
    builtinAliases = AliasTable.ofBuiltins(directory, problems);
    builtins = new BuiltinModules(directory, problems);
  }

  /**
   * Opens the modules in {@code directory}, without configuration other than the modules' own
   * softdeps and weakdeps.
   */
  public static ModuleTree open(Path directory) {
    ModprobeConfig own = ModprobeConfig.read(
        ConfigFiles.named(List.of(), filesBesideModules(directory)), KernelCommandLine.EMPTY);
    return open(directory, own);
  }

  /** Opens the modules in {@code directory}; damaged indexes that can be replaced go unreported. */
  public static ModuleTree open(Path directory, ModprobeConfig config) {
    return open(directory, config, problem -> {});
  }

  /**
   * Opens the modules in {@code directory}.
   *
   * @param config the configuration, as {@link ModprobeConfig#read} reads it
   * @param problems receives a sentence for each damaged index, from any thread that uses the tree
   */
  public static ModuleTree open(Path directory, ModprobeConfig config, Consumer<String> problems) {
    return new ModuleTree(directory, config, problems);
  }

  /**
   * Returns the files in {@code directory} with the modules' own softdeps and weakdeps, as depmod
   * has written them. A configuration that includes these is read together with the files: see
   * {@link ConfigFiles#standard}.
   */
  public static List<Path> filesBesideModules(Path directory) {
    ModuleDirectory files = new ModuleDirectory(directory);
    return List.of(files.file(Entry.SOFTDEP), files.file(Entry.WEAKDEP));
  }

  /** Returns the configuration that applies. */
  public ModprobeConfig config() {
    return config;
  }

  /**
   * Returns the modules of {@code name}, in load order; none if it is unknown. The first of these
   * tables that has the name decides (kmod 34, libkmod/libkmod-module.c:
   * kmod_module_new_from_lookup):
   *
   * <ol>
   *   <li>alias lines of the configuration, all that match
   *   <li>the modules of modules.dep
   *   <li>for {@code symbol:NAME}, the exported symbols
   *   <li>install and remove lines that name it literally
   *   <li>the aliases of modules, all that match
   *   <li>the modules built into the kernel
   *   <li>their aliases
   * </ol>
   *
   * @param name a module's name or an alias, such as {@code ext4}, {@code fs-ext4},
   *     {@code symbol:jbd2_journal_start} or the content of a file {@code modalias} in /sys
   */
  public List<ResolvedModule> resolve(String name) throws IOException {
    return resolve(name, Set.of());
  }

  /**
   * As {@link #resolve(String)}, for a caller that has files of modules which modules.dep lacks.
   *
   * @param others these modules
   */
  public List<ResolvedModule> resolve(String name, Set<ModuleName> others) throws IOException {
    return meaning(name, others).modules();
  }

  /**
   * As {@link #resolve(String, Set)}, with the table that has decided.
   *
   * @param others modules of the caller's own files
   */
  public Meaning meaning(String name, Set<ModuleName> others) throws IOException {
    Optional<String> normal = Alias.normalize(name);
    return normal.isPresent() ? meaningOfNormal(normal.get(), others) : Meaning.NOTHING;
  }

  private Meaning meaningOfNormal(String name, Set<ModuleName> others) throws IOException {
    List<ConfigAlias> configured = config.aliasesOf(name);
    if (!configured.isEmpty()) {
      return new Meaning(
          Table.CONFIGURED_ALIASES,
          configured.stream()
              .map(alias -> new ResolvedModule(alias.module(), alias.pattern()))
              .toList());
    }
    ModuleName module = new ModuleName(name);
    if (name.indexOf(':') < 0 && (others.contains(module) || line(module).isPresent())) {
      return Meaning.named(Table.MODULES, ResolvedModule.named(module));
    }
    if (name.startsWith("symbol:")) {
      List<ModuleName> exporters = symbols.matching(name);
      if (!exporters.isEmpty()) {
        return reachedBy(Table.SYMBOLS, name, exporters);
      }
    }
    if (config.hasCommandNamed(module)) {
      return Meaning.named(Table.COMMANDS, ResolvedModule.named(module));
    }
    List<ModuleName> aliased = aliasesUnlessBuiltin(name, module);
    if (!aliased.isEmpty()) {
      return reachedBy(Table.ALIASES, name, aliased);
    }
    if (builtins.contains(module)) {
      return Meaning.named(Table.BUILTINS, ResolvedModule.named(module));
    }
    List<ModuleName> parts = builtinAliases.matching(name);
    return parts.isEmpty() ? Meaning.NOTHING : reachedBy(Table.BUILTIN_ALIASES, name, parts);
  }

  /**
   * Returns the built-in modules of {@code name}: the one with that name, else all with a matching
   * alias.
   */
  public List<ModuleName> builtins(String name) throws IOException {
    ModuleName module = new ModuleName(name);
    return builtins.contains(module) ? List.of(module) : builtinAliases.matching(name);
  }

  /** Finds a built-in module even if the aliases are damaged. */
  private List<ModuleName> aliasesUnlessBuiltin(String name, ModuleName module) throws IOException {
    try {
      return aliases.matching(name);
    } catch (IOException damaged) {
      if (!builtins.contains(module)) {
        throw damaged;
      }
      problems.accept(damaged.getMessage() + "; run depmod");
      return List.of();
    }
  }

  private static Meaning reachedBy(Table table, String alias, List<ModuleName> modules) {
    List<ResolvedModule> resolved = new ArrayList<>(modules.size());
    for (ModuleName module : modules) {
      resolved.add(new ResolvedModule(module, alias));
    }
    return new Meaning(table, resolved);
  }

  /** Returns whether {@code module} is part of the kernel, and so has no file. */
  public boolean isBuiltin(ModuleName module) throws IOException {
    return builtins.contains(module);
  }

  /** Returns the file of {@code module}, if modules.dep names one. Its existence is not checked. */
  public Optional<Path> file(ModuleName module) throws IOException {
    return line(module).map(this::path);
  }

  /** Returns the folder of the modules. */
  public Path directory() {
    return directory.path();
  }

  /** Returns the file that {@code line} names. */
  public Path path(ModulesDep.Line line) {
    return directory.path().resolve(line.path());
  }

  /** Returns the line of modules.dep for {@code module}: its file, and the files that it needs. */
  public Optional<ModulesDep.Line> line(ModuleName module) throws IOException {
    return dependencies.find(module);
  }

  /** Passes each line of modules.dep to {@code visitor}, ordered by the modules' names. */
  public void forEachLine(Consumer<ModulesDep.Line> visitor) throws IOException {
    dependencies.forEach(visitor);
  }

  /**
   * Passes each alias and each exported symbol, as {@code symbol:NAME}, to {@code visitor} with its
   * module: first the aliases, then the symbols, both ordered by their bytes.
   */
  public void forEachAlias(IndexFile.Visitor visitor) throws IOException {
    aliases.forEach(visitor);
    symbols.forEach(visitor);
  }

  /** Writes the entries of {@link #forEachAlias}, each as a line {@code alias PATTERN MODULE}. */
  public void writeAliases(OutputStream out) throws IOException {
    aliases.writeLines(out);
    symbols.writeLines(out);
  }

  /** Passes the name of each built-in module to {@code visitor}, ordered by their bytes. */
  public void forEachBuiltin(Consumer<ModuleName> visitor) throws IOException {
    builtins.forEach(visitor);
  }

  /**
   * Returns all modules that {@code module} needs, directly or not, in load order: each after those
   * that it needs itself. None if it has no file.
   */
  public List<ModuleName> needs(ModuleName module) throws IOException {
    List<ModuleName> needs =
        line(module).map(ModulesDep.Line::neededModules).orElseGet(ArrayList::new);
    Collections.reverse(needs);
    return needs;
  }

  /**
   * Returns the direct needs of {@code module}: the modules whose symbols it uses itself.
   * modules.dep has only the transitive needs, so this reads the module's file.
   *
   * @throws org.moduletools.modulefile.ModuleFormatException if its file is no module, or damaged
   */
  public List<ModuleName> directNeeds(ModuleName module) throws IOException {
    List<ModuleName> needs = needs(module);
    if (needs.size() < 2) {
      return needs;
    }
    Set<ModuleName> exporters = new HashSet<>();
    for (Need need : symbols(module).needs()) {
      // 64-bit PowerPC calls a function .foo and its descriptor foo.
      String name = need.name().startsWith(".") ? need.name().substring(1) : need.name();
      exporters.addAll(symbols.matching("symbol:" + name));
    }
    return needs.stream().filter(exporters::contains).toList();
  }

  /**
   * Returns the softdeps of {@code module}: the modules to load before and after it, if they exist.
   */
  public Softdeps softdeps(ModuleName module) {
    return config.softdepsOf(module);
  }

  /**
   * Returns the weakdeps of {@code module}: modules that it may request at run time, and that are
   * not loaded before it.
   */
  public List<String> weakdeps(ModuleName module) {
    return config.weakdepsOf(module);
  }

  /**
   * Returns the mask that prevents loading {@code module}: its own, or else the first among the
   * modules that it needs.
   */
  public Optional<Mask> mask(ModuleName module) throws IOException {
    if (!config.hasMasks()) {
      return Optional.empty();
    }
    List<ModuleName> modules = new ArrayList<>(List.of(module));
    modules.addAll(needs(module));
    for (ModuleName one : modules) {
      Optional<ConfigSource> source = config.maskOf(one);
      if (source.isPresent()) {
        return Optional.of(new Mask(one, source.get()));
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the steps that load {@code module}, in order: its dependencies and softdeps, those of
   * each of them, and the module. A module is in the list once for each that brings it, as in the
   * output of {@code modprobe --show-depends}. A softdep that is masked, or needs a masked module,
   * is left out; {@code module} and its dependencies are not.
   */
  public List<LoadStep> loadOrder(ResolvedModule module) throws IOException {
    return LoadOrder.of(module, false, this);
  }

  /**
   * Returns the steps of {@code modprobe --ignore-install}: the dependencies of {@code module},
   * then the module without its own softdeps and command.
   */
  public List<LoadStep> loadOrderIgnoringCommands(ResolvedModule module) throws IOException {
    return LoadOrder.of(module, true, this);
  }

  /**
   * Returns the plan for loading several modules: each module once, with the items that must come
   * before it.
   *
   * @param asked for each requested name its modules, as {@link #resolve} returns them
   */
  public LoadPlan loadPlan(List<List<ResolvedModule>> asked) throws IOException {
    return LoadPlanBuilder.of(asked, false, this);
  }

  /**
   * As {@link #loadPlan}, for {@code modprobe --ignore-install}: the requested modules without
   * their own softdeps and commands.
   */
  public LoadPlan loadPlanIgnoringCommands(List<List<ResolvedModule>> asked) throws IOException {
    return LoadPlanBuilder.of(asked, true, this);
  }

  /**
   * Returns the modinfo strings of {@code module}: those of its file, or of modules.builtin.modinfo
   * for a built-in module. None if neither has any.
   *
   * @throws org.moduletools.modulefile.ModuleFormatException if its file is no module, or damaged
   */
  public Modinfo modinfo(ModuleName module) throws IOException {
    Optional<Path> file = file(module);
    return file.isPresent() ? ModuleFile.readModinfo(file.get()) : builtinModinfo(module);
  }

  /**
   * Returns the description that {@code modinfo} prints: the modinfo strings, and if {@code module}
   * has a file, its build-id and signature.
   *
   * @throws org.moduletools.modulefile.ModuleFormatException as {@link #modinfo} does
   */
  public ModuleDescription description(ModuleName module) throws IOException {
    Optional<Path> file = file(module);
    return file.isPresent()
        ? ModuleFile.readDescription(file.get())
        : ModuleDescription.of(builtinModinfo(module));
  }

  /**
   * Returns the symbols that {@code module} exports, and those that it needs from the kernel and
   * other modules, each with its version. None if it has no file.
   *
   * @throws org.moduletools.modulefile.ModuleFormatException if its file is no module, or damaged
   */
  public ModuleSymbols symbols(ModuleName module) throws IOException {
    Optional<Path> file = file(module);
    return file.isPresent() ? ModuleFile.read(file.get()).symbols() : ModuleSymbols.EMPTY;
  }

  /**
   * Returns the device tables of {@code module}. None if it has no file, no table or no symbols.
   *
   * @throws org.moduletools.modulefile.ModuleFormatException if its file is no module, or damaged
   */
  public List<DeviceTable> deviceTables(ModuleName module) throws IOException {
    Optional<Path> file = file(module);
    return file.isPresent() ? ModuleFile.readDeviceTables(file.get()) : List.of();
  }

  private Modinfo builtinModinfo(ModuleName module) throws IOException {
    return new Modinfo(builtinStrings().getOrDefault(module, List.of()));
  }

  /**
   * Reads the file once, and keeps the strings of all built-in modules. Of several modules with one
   * name the first counts (kmod 34, libkmod-builtin.c: kmod_builtin_get_modinfo).
   */
  private synchronized Map<ModuleName, List<Modinfo.Entry>> builtinStrings() throws IOException {
    if (builtinStrings == null) {
      Map<ModuleName, List<Modinfo.Entry>> strings = new HashMap<>();
      ModuleName module = null;
      List<Modinfo.Entry> ofModule = new ArrayList<>();
      for (BuiltinModinfo.Entry entry : BuiltinModinfo.read(directory)) {
        if (!entry.module().equals(module)) {
          module = entry.module();
          ofModule = new ArrayList<>();
          strings.putIfAbsent(entry.module(), ofModule);
        }
        ofModule.add(new Modinfo.Entry(entry.key(), entry.value()));
      }
      builtinStrings = strings;
    }
    return builtinStrings;
  }

  /** Closes the index files. Later look-ups may find nothing. */
  @Override
  public void close() {
    dependencies.close();
    aliases.close();
    symbols.close();
    builtinAliases.close();
    builtins.close();
  }
}
