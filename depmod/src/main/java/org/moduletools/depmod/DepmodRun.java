package org.moduletools.depmod;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.moduletools.cli.ConfigMessages;
import org.moduletools.cli.FatalException;
import org.moduletools.cli.Host;
import org.moduletools.cli.Messages;
import org.moduletools.cli.Notes;
import org.moduletools.config.ConfigFiles;
import org.moduletools.config.DepmodConfig;
import org.moduletools.diagnosis.Cause;
import org.moduletools.diagnosis.MissingRelease;
import org.moduletools.files.IoReason;
import org.moduletools.indexing.AliasCheck;
import org.moduletools.indexing.FileAccess;
import org.moduletools.indexing.FoundModules;
import org.moduletools.indexing.Freshness;
import org.moduletools.indexing.IndexOption;
import org.moduletools.indexing.IndexRequest;
import org.moduletools.indexing.IndexingException;
import org.moduletools.indexing.KernelSymbolFile;
import org.moduletools.indexing.KernelSymbolFile.Form;
import org.moduletools.indexing.LoopException;
import org.moduletools.indexing.ModuleIndex;
import org.moduletools.indexing.ModuleIndexer;
import org.moduletools.indexing.ModuleLinks;
import org.moduletools.indexing.OutputFile;
import org.moduletools.indexing.ReadModules;
import org.moduletools.machine.Machine;
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
    if (options.json() && !options.dryRun()) {
      throw new FatalException("--json only supported with -n");
    }
    if (options.symbolPrefix().filter(prefix -> prefix.length() != 1).isPresent()) {
      throw new FatalException("-P only takes a single char");
    }
    Optional<String> complaint = Target.complaint(options);
    if (complaint.isPresent()) {
      messages.error(complaint.get());
      return 1;
    }
    Target target = Target.of(options, host);
    try {
      return options.quick() && options.dryRun() ? 0 : run(target);
    } catch (LoopException reported) {
      return 1;
    } catch (IndexingException refused) {
      Notes notes = new Notes(host, messages);
      throw new FatalException(refused.text(), notes.lines(() -> why(target, notes.running())));
    }
  }

  private static List<Cause> why(Target target, KernelRelease running) {
    Path modules = target.modules();
    return Files.isDirectory(modules)
        ? List.of()
        : List.of(MissingRelease.of(modules, modules.toString(), running));
  }

  private int run(Target target) throws IndexingException {
    ModuleIndexer indexer = new ModuleIndexer(request(target), new ReportToUser(messages, host));
    Optional<Freshness> former = Optional.empty();
    if (options.quick() && !options.checkAliases()) {
      former = Optional.of(indexer.freshness(target.output()));
    } else {
      indexer.recall();
    }
    FoundModules found = indexer.find();
    if (!target.files().isEmpty() && writes()) {
      found.refuseToForget(target.output(), options.outputDirectory().isPresent());
    }
    if (former.isPresent() && former.get().isUpToDate(found)) {
      return 0;
    }
    if (options.errorSymbols() && kernelSymbols().isEmpty()) {
      messages.warning("-e needs -E or -F");
    }
    ReadModules read = indexer.read(found);
    int status = read.isComplete() ? 0 : 1;
    if (options.checkAliases()) {
      return check(read.checkAliases()) ? 1 : status;
    }
    ModuleLinks links = read.link();
    if (options.graph()) {
      NeedsGraph.draw(links.directNeeds(), host.out());
      links.withoutLoops();
    } else {
      put(links.index(), target);
    }
    return status;
  }

  private IndexRequest request(Target target) {
    Machine machine = host.machine();
    IndexRequest request = new IndexRequest(target.modules(), target.release())
        .relativeTo(host.path(""))
        .root(host.root())
        .access(new FileAccess(machine.files(), machine.opener(), machine.codecs()))
        .time(host.time());
    if (target.files().isEmpty()) {
      DepmodConfig config = readConfig();
      request.config(config);
      set(IndexOption.MAP_FILES, options.mapFiles() || config.makesMapFiles(), request);
      // A run over a few modules must not replace an index that lists others.
      CacheChoice.make(request, options, host, messages);
    } else {
      request.only(NamedFiles.of(target.files(), host));
      set(IndexOption.MAP_FILES, options.mapFiles(), request);
    }
    set(IndexOption.WARN_DUPLICATES, options.warnDuplicates(), request);
    set(IndexOption.IGNORE_LOOPS, options.ignoreLoops(), request);
    set(IndexOption.REPORT_NEEDS, options.verbosity() > 0 && !options.forPrograms(), request);
    Optional<KernelSymbolFile> symbols = kernelSymbols();
    set(IndexOption.REPORT_UNRESOLVED, options.errorSymbols() && symbols.isPresent(), request);
    symbols.ifPresent(request::kernelSymbols);
    options.symbolPrefix().ifPresent(prefix -> request.symbolPrefix(prefix.charAt(0)));
    return request;
  }

  private static void set(IndexOption option, boolean wanted, IndexRequest request) {
    if (wanted) {
      request.with(option);
    }
  }

  private Optional<KernelSymbolFile> kernelSymbols() {
    return options
        .symvers()
        .map(file -> new KernelSymbolFile(host.path(file), file, Form.SYMVERS))
        .or(() -> options
            .systemMap()
            .map(file -> new KernelSymbolFile(host.path(file), file, Form.SYSTEM_MAP)));
  }

  private boolean writes() {
    return !options.dryRun() && !options.graph() && !options.checkAliases();
  }

  private DepmodConfig readConfig() {
    DepmodConfig config = DepmodConfig.read(configFiles());
    ConfigMessages configMessages = new ConfigMessages(host, messages);
    configMessages.report(config.problems());
    if (options.configuration().isEmpty() && options.root().isEmpty()) {
      configMessages.reportOpenPlaces(config.places());
    }
    return config;
  }

  private ConfigFiles configFiles() {
    if (options.configuration().isEmpty()) {
      return ConfigFiles.standard(host.root(), "depmod.d", List.of());
    }
    return ConfigFiles.named(host.configPlaces(options.configuration()), List.of());
  }

  /**
   * Prints the differences between aliases and device tables; returns whether aliases are missing.
   */
  private boolean check(AliasCheck check) {
    check.lines().forEach(line -> host.out().print(line + "\n"));
    return check.lacksAliases();
  }

  private void put(ModuleIndex index, Target target) throws IndexingException {
    try {
      if (options.json()) {
        JsonListing.print(index.modules(), host);
      } else if (options.dryRun()) {
        for (OutputFile file : index.texts()) {
          file.writeTo(host.out());
        }
      } else {
        index.writeTo(target.output());
      }
    } catch (IndexingException refused) {
      throw refused;
    } catch (IOException failed) {
      throw new FatalException("could not write " + IoReason.withFile(failed));
    }
  }
}
