package org.moduletools.depmod;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.moduletools.cli.ConfigMessages;
import org.moduletools.cli.FatalException;
import org.moduletools.cli.Host;
import org.moduletools.cli.IoReason;
import org.moduletools.cli.Messages;
import org.moduletools.config.ConfigFiles;
import org.moduletools.config.DepmodConfig;
import org.moduletools.index.IndexSizeException;
import org.moduletools.index.ModuleDirectory;
import org.moduletools.kernel.BoundedWait;

/** One run of depmod, from the options to the exit status (kmod 34, tools/depmod.c: do_depmod). */
final class DepmodRun {

  /** How long another depmod is waited for, which writes for seconds, or on a slow disk minutes. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final DepmodOptions options;
  private final Host host;
  private final Messages messages;

  DepmodRun(DepmodOptions options, Host host, Messages messages) {
    this.options = options;
    this.host = host;
    this.messages = messages;
  }

  /**
   * Returns the exit status.
   *
   * @throws FatalException if the run cannot go on
   */
  int run() {
    if (options.json() && !options.dryRun()) {
      throw new FatalException("--json only supported with -n");
    }
    SymbolTable symbols = emptySymbolTable();
    Optional<String> complaint = Target.complaint(options);
    if (complaint.isPresent()) {
      messages.error(complaint.get());
      return 1;
    }
    return run(Target.of(options, host), symbols);
  }

  private SymbolTable emptySymbolTable() {
    Optional<String> prefix = options.symbolPrefix();
    if (prefix.isEmpty()) {
      return SymbolTable.withoutPrefix();
    }
    if (prefix.get().length() != 1) {
      throw new FatalException("-P only takes a single char");
    }
    return SymbolTable.withPrefix(prefix.get().charAt(0));
  }

  private int run(Target target, SymbolTable symbols) {
    if (options.quick() && options.dryRun()) {
      return 0;
    }
    RunMemory memory = memory(target);
    if (!options.quick()) {
      memory.begin();
    }
    ModulesOrder order = ModulesOrder.read(target.modules());
    Optional<DepmodConfig> config =
        target.files().isEmpty() ? Optional.of(readConfig()) : Optional.empty();
    ModuleFinder.Outcome found = config.isPresent()
        ? new ModuleFinder(host, config.get(), messages)
            .find(target.modules(), target.release(), order)
        : new ModuleFinder.Outcome(namedModules(target), false);
    boolean maps =
        options.mapFiles() || config.filter(DepmodConfig::makesMapFiles).isPresent();
    if (options.quick()
        && !options.checkAliases()
        && !found.metUnreadable()
        && new Freshness(host.machine().files(), target.output(), target.modules(), maps)
            .isUpToDate(found.modules())) {
      return 0;
    }
    if (options.quick()) {
      memory.begin();
    }
    NeedsReport report = readKernelSymbols(symbols);
    order.report(messages);

    ModuleReader reader = new ModuleReader(messages, Progress.of(host), host.machine());
    List<DepmodModule> modules = reader.read(order.sorted(found.modules()), memory);
    int status = found.metUnreadable() || reader.metUnreadable() ? 1 : 0;
    if (options.checkAliases()) {
      return check(modules) ? 1 : status;
    }
    for (int i = 0; i < modules.size(); i++) {
      symbols.addExports(modules.get(i).symbols(), i);
    }
    DependencyGraph graph = NeedsResolver.resolve(modules, symbols, report);
    if (options.graph()) {
      NeedsGraph.draw(modules, graph.directNeeds(), host.out());
    }
    LinkedModules linked = new LinkedModules(modules, symbols.ofModules(), graph);
    if (graph.hasCycles()) {
      if (!options.ignoreLoops()) {
        tell(graph.cycles(), modules);
        return 1;
      }
      linked = linked.withoutLoops(messages);
    }
    if (options.graph()) {
      return status;
    }
    Catalog catalog = catalog(linked, target.modules());
    if (options.json()) {
      JsonListing.print(catalog, messages, host);
      return status;
    }
    List<OutputFile> mapFiles =
        maps ? MapFileSet.render(DeviceTableReader.read(linked.modules(), messages)) : List.of();
    write(new OutputSet(catalog, mapFiles, messages), target.output());
    if (!options.dryRun()) {
      memory.keep(reader.sound(), reader.newlyReadBytes());
    }
    return status;
  }

  private List<FoundModule> namedModules(Target target) {
    List<FoundModule> named = NamedModules.of(target.files(), target.modules(), host);
    if (writes()) {
      new FormerIndex(target.output())
          .refuseToForget(named, options.outputDirectory().isPresent());
    }
    return named;
  }

  private boolean writes() {
    return !options.dryRun() && !options.graph() && !options.checkAliases();
  }

  private Catalog catalog(LinkedModules linked, Path modules) {
    try {
      Catalog catalog = new Catalog(
          linked.modules(),
          linked.exported(),
          linked.graph().allNeeds(),
          new ModuleDirectory(modules),
          options.warnDuplicates());
      catalog.checkSize();
      return catalog;
    } catch (IndexSizeException tooLarge) {
      throw new FatalException("the modules need too many others: " + tooLarge.getMessage());
    }
  }

  /** A run over a few modules knows nothing of the others, and must not forget them. */
  private RunMemory memory(Target target) {
    return options.noCache() || !target.files().isEmpty()
        ? RunMemory.none(host, messages)
        : RunMemory.of(options, target.modules(), host, messages);
  }

  private DepmodConfig readConfig() {
    DepmodConfig config = DepmodConfig.read(configFiles());
    ConfigMessages telling = new ConfigMessages(host, messages);
    telling.tell(config.problems());
    if (options.configuration().isEmpty()) {
      telling.tellOpenPlaces(config.places());
    }
    return config;
  }

  /** Tells the user how aliases differ from device tables; returns whether aliases are missing. */
  private boolean check(List<DepmodModule> modules) {
    AliasCheck check = new AliasCheck(DeviceTableReader.read(modules, messages));
    check.printTo(host.out());
    return check.lacksAliases();
  }

  private ConfigFiles configFiles() {
    if (options.configuration().isEmpty()) {
      return ConfigFiles.standard(host.root(), "depmod.d", List.of());
    }
    return ConfigFiles.named(host.configPlaces(options.configuration()), List.of());
  }

  private NeedsReport readKernelSymbols(SymbolTable symbols) {
    KernelSymbols reader = new KernelSymbols(symbols, messages);
    Optional<String> symvers = options.symvers();
    Optional<String> systemMap = options.systemMap();
    boolean unresolved = options.errorSymbols();
    if (symvers.isPresent()) {
      load(symvers.get(), reader::readSymvers);
    } else if (systemMap.isPresent()) {
      load(systemMap.get(), reader::readSystemMap);
    } else if (unresolved) {
      messages.warning("-e needs -E or -F");
      unresolved = false;
    }
    return new NeedsReport(
        messages,
        host.out(),
        options.verbosity() > 0 && !options.forPrograms(),
        unresolved,
        symvers.isPresent());
  }

  /** One of the two ways to read a file of symbols. */
  private interface Loader {
    void load(Path file, String shown) throws IOException;
  }

  private void load(String file, Loader loader) {
    try {
      loader.load(host.path(file), file);
    } catch (IOException unreadable) {
      throw new FatalException("could not load " + file + ": " + IoReason.of(unreadable));
    }
  }

  private void tell(DependencyCycles cycles, List<DepmodModule> modules) {
    for (List<Integer> chain : cycles.chains()) {
      messages.error("Cycle detected: "
          + chain.stream()
              .map(module -> modules.get(module).name())
              .collect(Collectors.joining(" -> ")));
    }
    messages.error("Found " + cycles.moduleCount() + " modules in dependency cycles!");
  }

  private void write(OutputSet files, Path directory) {
    if (options.dryRun()) {
      files.print(host.out());
      return;
    }
    try {
      files.publish(directory, new BoundedWait(host.time(), PATIENCE, messages::warning));
    } catch (IOException failed) {
      throw new FatalException("could not write " + IoReason.withFile(failed));
    }
  }
}
