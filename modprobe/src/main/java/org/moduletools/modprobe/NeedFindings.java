package org.moduletools.modprobe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.moduletools.module.ModuleName;

/** What the modules that a module needs come to, which are loaded before it. */
final class NeedFindings {

  private final Fates fates;
  private final List<Finding> findings = new ArrayList<>();
  private Optional<Verdict> verdict = Optional.empty();
  private boolean hasDoubts;

  NeedFindings(Fates fates) {
    this.fates = fates;
  }

  /** Looks at all that {@code module} needs. */
  List<Finding> of(ModuleName module) {
    List<String> texts = new ArrayList<>();
    for (ModuleName need : fates.needs(module)) {
      Fate fate = fates.ofNeed(need);
      texts.add(need + (fate.outcome() == Outcome.LOADED ? " (loaded)" : ""));
      add(need, fate);
    }
    if (!texts.isEmpty()) {
      findings.add(0, Finding.fact(Topic.NEEDS, String.join(", ", texts) + ", by modules.dep"));
    }
    return findings;
  }

  /** Returns what becomes of the module if one of those that it needs is not to be had. */
  Optional<Verdict> verdict() {
    return verdict;
  }

  /** Returns whether one of them may be refused, and nobody can tell. */
  boolean haveDoubts() {
    return hasDoubts;
  }

  private void add(ModuleName need, Fate fate) {
    for (Fate.Reason reason : fate.reasons()) {
      String text = text(need, fate, reason);
      Finding finding =
          fate.isBad() ? Finding.stop(Topic.NEEDS, text) : Finding.odd(Topic.NEEDS, text);
      findings.add(finding.by(reason.source()));
    }
    for (Fate.Reason doubt : fate.doubts()) {
      findings.add(Finding.odd(Topic.NEEDS, need + ": " + doubt.text()));
      hasDoubts = true;
    }
    if (fate.isBad() && verdict.isEmpty()) {
      verdict = Optional.of(verdict(need, fate)); // modprobe ends there
    }
  }

  private static String text(ModuleName need, Fate fate, Fate.Reason reason) {
    return switch (fate.outcome()) {
      case COMMAND, DEAD_COMMAND -> "in place of " + need + " runs: " + reason.text();
      case NO_FILE -> reason.file() + " of " + need + ": " + reason.text();
      default -> need + ": " + reason.text();
    };
  }

  private static Verdict verdict(ModuleName need, Fate fate) {
    return switch (fate.outcome()) {
      case DEAD_COMMAND ->
        new Verdict(
            fate.outcome(),
            "it would not be loaded: the install command of " + need
                + ", which it needs, loads nothing (" + fate.reasons().get(0).source() + ")");
      case NO_FILE ->
        new Verdict(
            fate.outcome(),
            "it would not be loaded: the file of " + need + ", which it needs, cannot be had");
      default ->
        new Verdict(
            Outcome.REFUSED,
            "the kernel would refuse " + need + ", which it needs: " + fate.answer());
    };
  }
}
