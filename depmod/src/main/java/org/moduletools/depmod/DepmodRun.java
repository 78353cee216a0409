package org.moduletools.depmod;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.moduletools.cli.FatalException;
import org.moduletools.cli.Host;
import org.moduletools.cli.Messages;
import org.moduletools.cli.Severity;
import org.moduletools.config.ConfigFiles;
import org.moduletools.config.ConfigProblem;
import org.moduletools.config.DepmodConfig;
import org.moduletools.index.ModuleDirectory;
import org.moduletools.module.KernelRelease;

/** One run of depmod, from the options to the exit status (kmod 34, tools/depmod.c: do_depmod). */
final class DepmodRun {

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
    SymbolTable symbols = emptySymbolTable();
    Optional<Target> target = target();
    if (target.isEmpty()) {
      messages.error("Bad version passed " + options.operands().get(0));
      return 1;
    }
    return run(target.get(), symbols);
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

  /**
   * What to work on.
   *
   * @param release the kernel's
   * @param modules the directory with its modules
   * @param output the directory to write to
   * @param files the modules named on the command line, or none for all
   */
  private record Target(KernelRelease release, Path modules, Path output, List<String> files) {}

  /** Returns nothing if the first operand is no kernel release. */
  private Optional<Target> target() {
    List<String> operands = options.operands();
    if (operands.isEmpty()) {
      return Optional.of(target(host.kernel().release(), List.of()));
    }
    if (!KernelRelease.isRelease(operands.get(0))) {
      return Optional.empty();
    }
    boolean all = options.all() || options.quick();
    List<String> files = all ? List.of() : operands.subList(1, operands.size());
    return Optional.of(target(new KernelRelease(operands.get(0)), files));
  }

  private Target target(KernelRelease release, List<String> files) {
    Path base = options.baseDirectory().map(host::path).orElse(host.root());
    Path output = options.outputDirectory().map(host::path).orElse(base);
    return new Target(release, below(base, release), below(output, release), files);
  }

  private Path below(Path base, KernelRelease release) {
    return base.resolve(options.moduleDirectory()).resolve(release.value());
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
    List<FoundModule> found = target.files().isEmpty()
        ? find(target, order)
        : NamedModules.of(target.files(), target.modules(), host);
    if (options.quick()
        && new Freshness(host.machine().files(), target.output(), target.modules())
            .isUpToDate(found)) {
      return 0;
    }
    if (options.quick()) {
      memory.begin();
    }
    NeedsReport report = readKernelSymbols(symbols);
    order.report(messages);

    ModuleReader reader =
        new ModuleReader(messages, Progress.of(host), host.machine().codecs());
    List<DepmodModule> modules = reader.read(order.sorted(found), memory);
    for (int i = 0; i < modules.size(); i++) {
      symbols.addExports(modules.get(i).symbols(), i);
    }
    DependencyGraph graph = NeedsResolver.resolve(modules, symbols, report);
    if (graph.hasCycles()) {
      tell(graph.cycles(), modules);
      return 1;
    }
    CompletableFuture<int[][]> needs = CompletableFuture.supplyAsync(graph::allNeeds);
    Catalog catalog = new Catalog(
        modules,
        symbols.ofModules(),
        needs.join(),
        new ModuleDirectory(target.modules()),
        options.warnDuplicates());
    write(catalog, target.output());
    if (!options.dryRun()) {
      memory.keep(reader.sound(), reader.newlyReadBytes());
    }
    return reader.metUnreadable() ? 1 : 0;
  }

  /** A run over a few modules knows nothing of the others, and must not forget them. */
  private RunMemory memory(Target target) {
    return options.noCache() || !target.files().isEmpty()
        ? RunMemory.none(host, messages)
        : RunMemory.of(options, target.modules(), host, messages);
  }

  private List<FoundModule> find(Target target, ModulesOrder order) {
    DepmodConfig config = DepmodConfig.read(configFiles());
    for (ConfigProblem problem : config.problems()) {
      if (problem.level() == ConfigProblem.Level.FATAL) {
        throw new FatalException(problem.text());
      }
      messages.say(Severity.valueOf(problem.level().name()), problem.text());
    }
    return new ModuleFinder(host, config, messages).find(target.modules(), target.release(), order);
  }

  private ConfigFiles configFiles() {
    if (options.configuration().isEmpty()) {
      return ConfigFiles.standard(host.root(), "depmod.d", List.of());
    }
    return ConfigFiles.named(options.configuration().stream().map(host::path).toList(), List.of());
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
        messages, host.out(), options.verbosity() > 0, unresolved, symvers.isPresent());
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

  private void write(Catalog catalog, Path directory) {
    if (options.dryRun()) {
      for (OutputFile file : OutputSet.renderTexts(catalog, messages)) {
        host.out().writeBytes(file.content());
      }
      return;
    }
    try {
      new OutputDirectory(directory).publish(OutputSet.render(catalog, messages));
    } catch (IOException failed) {
      throw new FatalException("could not write " + IoReason.withFile(failed));
    }
  }
}
