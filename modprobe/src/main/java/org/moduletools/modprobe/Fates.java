package org.moduletools.modprobe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.moduletools.config.ConfigEntry;
import org.moduletools.diagnosis.KernelStop;
import org.moduletools.diagnosis.KernelSymbols;
import org.moduletools.diagnosis.ModuleParameters;
import org.moduletools.files.IoReason;
import org.moduletools.kernel.Errno;
import org.moduletools.module.ModuleName;
import org.moduletools.modulefile.Modinfo;
import org.moduletools.modulefile.ModuleFile;
import org.moduletools.tree.LoadStep;
import org.moduletools.tree.ResolvedModule;

/** Judges the modules that are loaded along with another: its needs, its softdeps, and theirs. */
final class Fates {

  private final Invocation invocation;
  private final Installation installation;
  private final Catalog catalog;
  private final SymbolFindings symbols;
  private final Map<ResolvedModule, Fate> judged = new HashMap<>();

  /**
   * Judges those of {@code steps}.
   *
   * @param ofKernel the kernel's own symbols
   */
  Fates(
      Invocation invocation,
      Installation installation,
      KernelSymbols ofKernel,
      List<LoadStep> steps) {
    this.invocation = invocation;
    this.installation = installation;
    this.catalog = installation.catalog();
    Set<ModuleName> along = new HashSet<>();
    steps.forEach(step -> along.add(step.module().name()));
    this.symbols = new SymbolFindings(
        catalog.tree(), ofKernel, module -> along.contains(module) || isThere(module));
  }

  /** Returns what compares symbols with those of the kernel, its modules, and all steps. */
  SymbolFindings symbols() {
    return symbols;
  }

  private boolean isThere(ModuleName module) {
    return catalog.isIn(invocation.host().kernel(), module);
  }

  /** Returns the needs of {@code module}, in the order of loading. */
  List<ModuleName> needs(ModuleName module) {
    List<ModuleName> needs = new ArrayList<>(catalog.dependenciesUsersFirst(module));
    Collections.reverse(needs);
    return needs;
  }

  /** Returns the fate of {@code need}, but for that of its own needs; modules.dep has its file. */
  Fate ofNeed(ModuleName need) {
    boolean isListed = catalog.file(need).isPresent() || isThere(need);
    return !isListed ? Fate.GOOD : of(ResolvedModule.named(need));
  }

  /** Returns the fate of {@code module}, which fails too if one of its needs does. */
  Fate ofSoftdep(ResolvedModule module) {
    Fate own = of(module);
    if (own.outcome() != Outcome.LOAD) {
      return own;
    }
    return needs(module.name()).stream()
        .filter(need -> ofNeed(need).isBad())
        .findFirst()
        .map(need -> ofNeed(need).ofUserOf(need))
        .orElse(own);
  }

  private Fate of(ResolvedModule module) {
    Fate known = judged.get(module);
    if (known == null) {
      known = isThere(module.name()) ? Fate.THERE : judge(module);
      judged.put(module, known);
    }
    return known;
  }

  private Fate judge(ResolvedModule module) {
    ModuleName name = module.name();
    Optional<ConfigEntry> command = installation.config().linesAbout(name).stream()
        .filter(line -> line.command().equals("install"))
        .findFirst();
    if (command.isPresent()) {
      String text = command.get().text();
      return Fate.of(
          Verdict.isDead(text) ? Outcome.DEAD_COMMAND : Outcome.COMMAND,
          new Fate.Reason("", text, command.get().source()));
    }
    Optional<String> file = catalog.file(name);
    if (file.isEmpty()) {
      String why = new TargetFindings(invocation, catalog).words(module);
      return Fate.of(Outcome.NO_FILE, new Fate.Reason("", why, Finding.NOWHERE));
    }
    Path path = catalog.path(file.get());
    try {
      return judge(module, path, ModuleFile.readModinfo(path));
    } catch (IOException unreadable) {
      String advice = FileFindings.advice(path);
      return Fate.of(
          Outcome.NO_FILE,
          new Fate.Reason(file.get(), IoReason.of(unreadable) + advice, Finding.NOWHERE));
    }
  }

  /** What keeps every module out is told of the module that was asked for. */
  private Fate judge(ResolvedModule module, Path file, Modinfo modinfo) {
    List<Fate.Reason> reasons = new ArrayList<>();
    List<String> answers = new ArrayList<>();
    if (!invocation.options().isOfImage()
        && KernelStop.find(module.name(), invocation.host().root())
            .contains(KernelStop.BLACKLISTED)) {
      reasons.add(new Fate.Reason("", KernelStop.BLACKLISTED.inWords(), Finding.NOWHERE));
      answers.add(Errno.EPERM.text());
    }
    BuildFindings build = new BuildFindings(invocation, catalog, symbols, false);
    List<Finding> found = new ArrayList<>(build.of(file, modinfo));
    build.refusal().ifPresent(answers::add);
    OptionFindings options = new OptionFindings(
        installation.config(), ModuleParameters.of(modinfo), module, GivenParameters.NONE);
    found.addAll(options.find());
    options.refusal().ifPresent(answers::add);
    found.stream()
        .filter(finding -> finding.bearing() == Bearing.STOP)
        .forEach(finding -> reasons.add(Fate.Reason.of(finding)));
    if (!answers.isEmpty()) {
      return new Fate(Outcome.REFUSED, answers.get(0), reasons, List.of());
    }
    List<Fate.Reason> doubts = build.doubt().map(Fate.Reason::of).map(List::of).orElse(List.of());
    return new Fate(Outcome.LOAD, "", List.of(), doubts);
  }
}
