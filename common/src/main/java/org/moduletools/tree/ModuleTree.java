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
 * The modules in one folder {@code lib/modules/RELEASE}, which depmod has indexed, and the
 * configuration that applies to them. It gives the answers that modprobe and modinfo give.
 *
 * <pre>{@code
 * try (ModuleTree tree = ModuleTree.open(Path.of("/lib/modules/6.1.0-56-amd64"))) {
 *   for (ResolvedModule module : tree.resolve("fs-ext4")) {
 *     System.out.println(tree.file(module.name()) + " needs " + tree.needs(module.name()));
 *   }
 * }
 * }</pre>
 *
 * <p>The folder may be on any file system: a disk, a zip file, in memory. Index files are opened
 * when they are first asked and stay open until {@link #close}, so that all answers are of one set
 * of indexes, even if depmod replaces them meanwhile. Several threads may ask at once.
 *
 * <p>A damaged index is reported to the listener that {@link #open(Path, ModprobeConfig, Consumer)}
 * was given, and its text form used in its place. Only if that is missing too a look-up throws
 * {@link IOException}, whose message names the file. Without any index a tree knows no module.
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
   * Opens the modules in {@code directory}, without any configuration but what the modules ask for
   * themselves ({@code softdep} and {@code weakdep} of their modinfo).
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
   * @param problems is given a sentence for each index that is damaged; it may be called by any
   *     thread that asks
   */
  public static ModuleTree open(Path directory, ModprobeConfig config, Consumer<String> problems) {
    return new ModuleTree(directory, config, problems);
  }

  /**
   * Returns the files in {@code directory} in which depmod has written what the modules ask for. A
   * configuration that is to have it is read together with them: see {@link ConfigFiles#standard}.
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
   * Returns the modules that {@code name} means, in the order to load them; none if nothing knows
   * it. The first of these that knows the name decides (kmod 34, libkmod/libkmod-module.c:
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
   *     {@code symbol:jbd2_journal_start} or what a file {@code modalias} in /sys holds
   */
  public List<ResolvedModule> resolve(String name) throws IOException {
    return resolve(name, Set.of());
  }

  /**
   * As {@link #resolve(String)}, for a caller who has files of more modules than modules.dep names.
   *
   * @param others these modules
   */
  public List<ResolvedModule> resolve(String name, Set<ModuleName> others) throws IOException {
    return meaning(name, others).modules();
  }

  /**
   * As {@link #resolve(String, Set)}, and which of the tables has decided.
   *
   * @param others modules of which the caller has files
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
   * Returns the parts of the kernel that {@code name} means: that of the name, else all that have
   * an alias which matches.
   */
  public List<ModuleName> builtins(String name) throws IOException {
    ModuleName module = new ModuleName(name);
    return builtins.contains(module) ? List.of(module) : builtinAliases.matching(name);
  }

  /** If the aliases are damaged, a part of the kernel is found all the same. */
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

  /** Returns the file of {@code module}, if it has one; whether it is there is not looked at. */
  public Optional<Path> file(ModuleName module) throws IOException {
    return line(module).map(this::path);
  }

  /** Returns the folder whose modules these are. */
  public Path directory() {
    return directory.path();
  }

  /** Returns the file that {@code line} names. */
  public Path path(ModulesDep.Line line) {
    return directory.path().resolve(line.path());
  }

  /** Returns what modules.dep states of {@code module}: its file, and those that it needs. */
  public Optional<ModulesDep.Line> line(ModuleName module) throws IOException {
    return dependencies.find(module);
  }

  /** Shows what modules.dep states of each module, ordered by the modules' names. */
  public void forEachLine(Consumer<ModulesDep.Line> visitor) throws IOException {
    dependencies.forEach(visitor);
  }

  /**
   * Shows each alias of a module and each symbol that one exports, as {@code symbol:NAME}, with the
   * module: first the aliases, then the symbols, both ordered by their bytes.
   */
  public void forEachAlias(IndexFile.Visitor visitor) throws IOException {
    aliases.forEach(visitor);
    symbols.forEach(visitor);
  }

  /** Writes what {@link #forEachAlias} shows, each as a line {@code alias PATTERN MODULE}. */
  public void writeAliases(OutputStream out) throws IOException {
    aliases.writeLines(out);
    symbols.writeLines(out);
  }

  /** Shows the names of the modules that are part of the kernel, ordered by their bytes. */
  public void forEachBuiltin(Consumer<ModuleName> visitor) throws IOException {
    builtins.forEach(visitor);
  }

  /**
   * Returns all modules that {@code module} needs, directly or not, in an order in which they can
   * be loaded: each after those that it needs itself. None if it has no file.
   */
  public List<ModuleName> needs(ModuleName module) throws IOException {
    List<ModuleName> needs =
        line(module).map(ModulesDep.Line::neededModules).orElseGet(ArrayList::new);
    Collections.reverse(needs);
    return needs;
  }

  /**
   * Returns those of {@link #needs} whose symbols {@code module} itself uses. What modules.dep
   * lists includes what these need in their turn, so this reads the module's file.
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

  /** Returns the modules to load before and after {@code module}, as far as they can be loaded. */
  public Softdeps softdeps(ModuleName module) {
    return config.softdepsOf(module);
  }

  /**
   * Returns the modules that {@code module} may ask for when it runs; nothing loads them before.
   */
  public List<String> weakdeps(ModuleName module) {
    return config.weakdepsOf(module);
  }

  /**
   * Returns what forbids to load {@code module}: its own mask, or else that of the first module
   * that it needs and that has one.
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
   * Returns all that loading {@code module} means, in the order in which it is done: its
   * dependencies and softdeps, those of each of them, and the module. A module stands in the list
   * once for each that brings it, as {@code modprobe --show-depends} shows it. A softdep that is
   * masked, or needs what is, is left out; the module and its dependencies are there all the same.
   */
  public List<LoadStep> loadOrder(ResolvedModule module) throws IOException {
    return LoadOrder.of(module, false, this);
  }

  /**
   * Returns what {@code modprobe --ignore-install} loads: {@code module} without its own softdeps
   * and command, after its dependencies.
   */
  public List<LoadStep> loadOrderIgnoringCommands(ResolvedModule module) throws IOException {
    return LoadOrder.of(module, true, this);
  }

  /**
   * Returns what loading several modules means, each module once, with what has to come before it.
   *
   * @param asked for each name that was asked for the modules that it means, as {@link #resolve}
   *     returns them
   */
  public LoadPlan loadPlan(List<List<ResolvedModule>> asked) throws IOException {
    return LoadPlanBuilder.of(asked, false, this);
  }

  /**
   * As {@link #loadPlan}, for what {@code modprobe --ignore-install} loads: the modules that were
   * asked for without their own softdeps and commands.
   */
  public LoadPlan loadPlanIgnoringCommands(List<List<ResolvedModule>> asked) throws IOException {
    return LoadPlanBuilder.of(asked, true, this);
  }

  /**
   * Returns the strings by which {@code module} describes itself: those of its file, or of
   * modules.builtin.modinfo for a part of the kernel. None if neither has any.
   *
   * @throws org.moduletools.modulefile.ModuleFormatException if its file is no module, or damaged
   */
  public Modinfo modinfo(ModuleName module) throws IOException {
    Optional<Path> file = file(module);
    return file.isPresent() ? ModuleFile.readModinfo(file.get()) : builtinModinfo(module);
  }

  /**
   * Returns all that {@code modinfo} prints of {@code module}: its strings, and if it has a file,
   * the build-id and the signature in it.
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
   * Returns the symbols by which {@code module} is tied to others: what it exports and what it
   * needs of the kernel and of other modules, each with its version. None if it has no file.
   *
   * @throws org.moduletools.modulefile.ModuleFormatException if its file is no module, or damaged
   */
  public ModuleSymbols symbols(ModuleName module) throws IOException {
    Optional<Path> file = file(module);
    return file.isPresent() ? ModuleFile.read(file.get()).symbols() : ModuleSymbols.EMPTY;
  }

  /**
   * Returns the tables of the devices that {@code module} drives. None if it has no file, no table
   * or no symbols.
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

  /** Reads the file once; what it says of all parts of the kernel is kept. */
  private synchronized Map<ModuleName, List<Modinfo.Entry>> builtinStrings() throws IOException {
    if (builtinStrings == null) {
      Map<ModuleName, List<Modinfo.Entry>> strings = new HashMap<>();
      for (BuiltinModinfo.Entry entry : BuiltinModinfo.read(directory)) {
        strings
            .computeIfAbsent(entry.module(), name -> new ArrayList<>())
            .add(new Modinfo.Entry(entry.key(), entry.value()));
      }
      builtinStrings = strings;
    }
    return builtinStrings;
  }

  /** Closes the index files. A look-up after that may find nothing. */
  @Override
  public void close() {
    dependencies.close();
    aliases.close();
    symbols.close();
    builtinAliases.close();
    builtins.close();
  }
}
