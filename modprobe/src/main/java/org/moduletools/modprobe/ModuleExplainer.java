package org.moduletools.modprobe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.moduletools.diagnosis.KernelSymbols;
import org.moduletools.module.ModuleName;
import org.moduletools.tree.Mask;
import org.moduletools.tree.ResolvedModule;

/** Explains what would be done about a module: by the decisions that {@link Inserter} makes. */
final class ModuleExplainer {

  private final Invocation invocation;
  private final Installation installation;
  private final Catalog catalog;
  private final KernelSymbols ofKernel;

  ModuleExplainer(Invocation invocation, Installation installation) {
    this.invocation = invocation;
    this.installation = installation;
    this.catalog = installation.catalog();
    this.ofKernel = new KernelSymbols(
        catalog.tree(), invocation.host().root(), !invocation.options().isOfImage());
  }

  /** Explains {@code target}, to which a name leads for {@code reason}, with {@code given}. */
  ModuleExplanation explain(ResolvedModule target, String reason, GivenParameters given) {
    ModuleName module = target.name();
    ModuleName own = catalog.ownName(module);
    LineFindings lines = new LineFindings(invocation, installation, target);
    StateFindings state = new StateFindings(invocation, own);
    FileFindings file = new FileFindings(invocation, installation, ofKernel, target, given);
    Optional<Mask> mask = neededMask(module);
    List<Finding> findings = new ArrayList<>(lines.find());
    mask.ifPresent(line -> findings.add(maskFinding(target, line)));
    if (!catalog.isBuiltin(module)) {
      findings.addAll(file.find());
    }
    findings.addAll(state.find());
    findings.sort(Comparator.comparing(Finding::topic)); // stable: lines keep their order
    Verdict verdict = verdict(target, lines, state, mask, file);
    return explanation(module, reason, findings, verdict);
  }

  /** Explains {@code module}, which no index knows, if the kernel has it all the same. */
  Optional<ModuleExplanation> explainUnknown(ModuleName module) {
    StateFindings state = new StateFindings(invocation, module);
    if (!state.isInKernel()) {
      return Optional.empty();
    }
    return Optional.of(explanation(
        module,
        "module " + module + ", by the running kernel alone",
        state.find(),
        new Verdict(
            Outcome.LOADED,
            "nothing to do: it is in the kernel; no file of it is known, and none is needed")));
  }

  private ModuleExplanation explanation(
      ModuleName module, String reason, List<Finding> findings, Verdict verdict) {
    boolean isError = invocation.options().firstTime
        && (verdict.outcome() == Outcome.LOADED || verdict.outcome() == Outcome.BUILTIN);
    return new ModuleExplanation(
        module,
        reason,
        findings,
        verdict.outcome(),
        verdict.words() + (isError ? "; with --first-time that is an error" : ""),
        verdict.outcome().isGood() && !isError);
  }

  private Verdict verdict(
      ResolvedModule target,
      LineFindings lines,
      StateFindings state,
      Optional<Mask> mask,
      FileFindings file) {
    ModuleName module = target.name();
    if (catalog.isBuiltin(module)) {
      return new Verdict(Outcome.BUILTIN, "nothing to do: it is a part of the kernel");
    }
    if (isThere(module)) {
      String words = state.module().equals(module) ? "it" : "a module " + module;
      return new Verdict(Outcome.LOADED, "nothing to do: " + words + " is loaded");
    }
    if (lines.isBlacklisted()) {
      String advice = loadsByName(target) ? "; modprobe " + module + " would load it" : "";
      return new Verdict(
          Outcome.BLACKLISTED, "it would not be loaded: " + lines.whyBlacklisted() + advice);
    }
    if (mask.isPresent()) {
      String what = isOf(target, mask.get())
          ? "it, by whatever name"
          : mask.get().module() + ", which it needs";
      return new Verdict(Outcome.MASKED, "it would not be loaded: a mask line forbids " + what);
    }
    if (lines.command().isPresent()) {
      Verdict byCommand = Verdict.ofCommand(lines.command().get());
      return byCommand.outcome() == Outcome.COMMAND
          ? file.neededVerdict().orElse(byCommand)
          : byCommand;
    }
    if (state.isLive() && file.neededVerdict().isEmpty()) {
      return new Verdict(Outcome.LOADED, "nothing to do: it is loaded, as " + state.module());
    }
    Verdict byFile = file.verdict();
    Optional<String> refusal = state.refusal();
    return refusal.isPresent() && byFile.outcome() != Outcome.NO_FILE
        ? new Verdict(Outcome.REFUSED, "the kernel would refuse it: " + refusal.get())
        : byFile;
  }

  /** Returns whether {@code target} is reached by an alias and would be loaded for its name. */
  private boolean loadsByName(ResolvedModule target) {
    ResolvedModule named = ResolvedModule.named(target.name());
    return target.reachedBy().isPresent()
        && catalog.resolve(target.name().value()).contains(named)
        && explain(named, "", GivenParameters.NONE).outcome() == Outcome.LOAD;
  }

  /** Returns what forbids to load {@code module}; a need that is loaded already is no matter. */
  private Optional<Mask> neededMask(ModuleName module) {
    return catalog.mask(module).filter(mask -> !isThere(mask.module()));
  }

  private boolean isThere(ModuleName module) {
    return catalog.isIn(invocation.host().kernel(), module);
  }

  /** Returns whether {@code mask} names {@code target}, by the name of its file or that in it. */
  private boolean isOf(ResolvedModule target, Mask mask) {
    return mask.module().equals(target.name())
        || mask.module().equals(catalog.ownName(target.name()));
  }

  private Finding maskFinding(ResolvedModule target, Mask mask) {
    String what = isOf(target, mask) ? "it" : mask.module() + ", which it needs,";
    return Finding.stop(Topic.MASK, what + " is masked").by(mask.source());
  }
}
