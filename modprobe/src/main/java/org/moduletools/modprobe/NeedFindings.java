package org.moduletools.modprobe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.moduletools.config.ConfigEntry;
import org.moduletools.diagnosis.KernelStop;
import org.moduletools.diagnosis.ModuleParameters;
import org.moduletools.files.IoReason;
import org.moduletools.kernel.ModuleState;
import org.moduletools.module.ModuleName;
import org.moduletools.modulefile.Modinfo;
import org.moduletools.modulefile.ModuleFile;
import org.moduletools.tree.ResolvedModule;

/** What the modules that a module needs come to, which are loaded before it. */
final class NeedFindings {

  private final Invocation invocation;
  private final Installation installation;
  private final Catalog catalog;
  private final List<Finding> findings = new ArrayList<>();
  private Optional<Verdict> verdict = Optional.empty();

  NeedFindings(Invocation invocation, Installation installation) {
    this.invocation = invocation;
    this.installation = installation;
    this.catalog = installation.catalog();
  }

  /** Looks at all that {@code module} needs. */
  List<Finding> of(ModuleName module) {
    List<ModuleName> needs = new ArrayList<>(catalog.dependenciesUsersFirst(module));
    Collections.reverse(needs);
    List<String> texts = new ArrayList<>();
    for (ModuleName need : needs) {
      boolean isLoaded = invocation.host().kernel().state(need) == ModuleState.LIVE;
      texts.add(need + (isLoaded ? " (loaded)" : ""));
      if (!isLoaded) {
        look(need);
      }
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

  private void look(ModuleName need) {
    Optional<ConfigEntry> command = installation.config().linesAbout(need).stream()
        .filter(line -> line.command().equals("install"))
        .findFirst();
    if (command.isPresent()) {
      lookAt(command.get(), need);
      return;
    }
    Optional<String> file = catalog.file(need);
    if (file.isPresent()) {
      lookAtKernel(need);
      read(file.get(), need).ifPresent(modinfo -> check(catalog.path(file.get()), modinfo, need));
    }
  }

  /** With -i too it runs: that is about the module that was asked for. */
  private void lookAt(ConfigEntry line, ModuleName need) {
    String text = "in place of " + need + " runs: " + line.text();
    if (!Verdict.isDead(line.text())) {
      findings.add(Finding.odd(Topic.NEEDS, text).by(line));
      return;
    }
    findings.add(Finding.stop(Topic.NEEDS, text).by(line));
    decide(new Verdict(
        Outcome.DEAD_COMMAND,
        "it would not be loaded: the install command of " + need
            + ", which it needs, loads nothing (" + line.source() + ")"));
  }

  /** What keeps every module out is told of the module itself. */
  private void lookAtKernel(ModuleName need) {
    if (!invocation.options().isOfImage()
        && KernelStop.find(need, invocation.host().root()).contains(KernelStop.BLACKLISTED)) {
      findings.add(Finding.stop(Topic.NEEDS, need + ": " + KernelStop.BLACKLISTED.inWords()));
      decide(refused(need, "Operation not permitted"));
    }
  }

  private static Verdict refused(ModuleName need, String answer) {
    return new Verdict(
        Outcome.REFUSED, "the kernel would refuse " + need + ", which it needs: " + answer);
  }

  private Optional<Modinfo> read(String file, ModuleName need) {
    Path path = catalog.path(file);
    try {
      return Optional.of(ModuleFile.readModinfo(path));
    } catch (IOException unreadable) {
      String advice = Files.exists(path) ? "" : "; run depmod";
      findings.add(Finding.stop(
          Topic.NEEDS, file + " of " + need + ": " + IoReason.of(unreadable) + advice));
      decide(new Verdict(
          Outcome.NO_FILE,
          "it would not be loaded: the file of " + need + ", which it needs, cannot be had"));
      return Optional.empty();
    }
  }

  private void check(Path file, Modinfo modinfo, ModuleName need) {
    BuildFindings build = new BuildFindings(invocation, catalog);
    List<Finding> found = new ArrayList<>(build.of(file, modinfo));
    List<Finding> options = new OptionFindings(installation.config(), ModuleParameters.of(modinfo))
        .about(ResolvedModule.named(need), GivenParameters.NONE);
    boolean hasBadValue = options.stream().anyMatch(finding -> finding.bearing() == Bearing.STOP);
    found.addAll(options);
    for (Finding finding : found) {
      if (finding.bearing() == Bearing.STOP) {
        findings.add(Finding.stop(Topic.NEEDS, need + ": " + finding.text()).by(finding.source()));
      }
    }
    build
        .refusal()
        .or(() -> hasBadValue ? Optional.of("Invalid argument") : Optional.empty())
        .ifPresent(answer -> decide(refused(need, answer)));
  }

  /** The first one counts: modprobe ends there. */
  private void decide(Verdict found) {
    verdict = verdict.or(() -> Optional.of(found));
  }
}
