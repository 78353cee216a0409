package org.moduletools.modprobe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.moduletools.diagnosis.ClosedFolder;
import org.moduletools.diagnosis.KernelSymbols;
import org.moduletools.diagnosis.ModuleParameters;
import org.moduletools.diagnosis.UnlistedFile;
import org.moduletools.files.IoReason;
import org.moduletools.module.ModuleName;
import org.moduletools.modulefile.Compression;
import org.moduletools.modulefile.Modinfo;
import org.moduletools.modulefile.ModuleFile;
import org.moduletools.tree.LoadStep;
import org.moduletools.tree.ResolvedModule;

/** Examines the files of a module and of those that it needs. */
final class FileFindings {

  private final Invocation invocation;
  private final Installation installation;
  private final Catalog catalog;
  private final ResolvedModule target;
  private final GivenParameters given;
  private final List<Finding> findings = new ArrayList<>();
  private final Fates fates;
  private final NeedFindings needs;
  private final SoftdepFindings softdeps;
  private Optional<String> refusal = Optional.empty();
  private boolean hasDoubts;
  private boolean lacksFile;

  FileFindings(
      Invocation invocation,
      Installation installation,
      KernelSymbols ofKernel,
      ResolvedModule target,
      GivenParameters given) {
    this.invocation = invocation;
    this.installation = installation;
    this.catalog = installation.catalog();
    this.target = target;
    this.given = given;
    List<LoadStep> steps = catalog.loadOrder(target, invocation.options().ignoreCommands);
    this.fates = new Fates(invocation, installation, ofKernel, steps);
    this.needs = new NeedFindings(fates);
    this.softdeps = new SoftdepFindings(fates, steps);
  }

  /** Looks at all of them. */
  List<Finding> find() {
    Optional<String> file = catalog.file(target.name());
    if (file.isEmpty()) {
      lacksFile = true;
      findings.addAll(new TargetFindings(invocation, catalog).of(target));
      return findings;
    }
    findings.addAll(softdeps.find());
    findings.addAll(needs.of(target.name()));
    Optional<Modinfo> modinfo = read(file.get());
    if (catalog.isListed(target.name())) {
      UnlistedFile.beside(
              catalog.path(file.get()), target.name(), catalog.tree().directory())
          .ifPresent(other -> findings.add(Finding.odd(Topic.FILE, other.inWords())));
    }
    if (modinfo.isPresent()) {
      BuildFindings build = new BuildFindings(invocation, catalog, fates.symbols(), true);
      findings.addAll(build.of(catalog.path(file.get()), modinfo.get()));
      OptionFindings options = new OptionFindings(
          installation.config(), ModuleParameters.of(modinfo.get()), target, given);
      findings.addAll(options.find());
      refusal = build.refusal().or(options::refusal);
      hasDoubts = needs.haveDoubts() || build.doubt().isPresent();
    }
    return findings;
  }

  /** Returns what ends modprobe before it comes to the module itself. */
  Optional<Verdict> neededVerdict() {
    return needs.verdict().filter(verdict -> verdict.outcome() != Outcome.DEAD_COMMAND);
  }

  /** Returns what modprobe would come to that has no other reason against it. */
  Verdict verdict() {
    if (lacksFile) {
      return new Verdict(Outcome.NO_FILE, "it would not be loaded: its file cannot be had");
    }
    if (needs.verdict().isPresent()) {
      return needs.verdict().get();
    }
    if (refusal.isPresent()) {
      return new Verdict(Outcome.REFUSED, "the kernel would refuse it: " + refusal.get());
    }
    String before = String.join(", ", softdeps.before(target));
    return new Verdict(
        Outcome.LOAD,
        "it would be loaded" + (before.isEmpty() ? "" : ", after " + before)
            + (hasDoubts ? ", unless a symbol that is needed is GPL-only" : ""));
  }

  private Optional<Modinfo> read(String file) {
    Path path = catalog.path(file);
    try {
      Modinfo modinfo = ModuleFile.readModinfo(path);
      findings.add(Finding.fact(Topic.FILE, file + compression(path)));
      modinfo.values("name").stream()
          .map(ModuleName::new)
          .filter(own -> !own.equals(target.name()))
          .forEach(own -> findings.add(Finding.odd(
              Topic.FILE, "the module in it has the name " + own + ": the kernel calls it so")));
      return Optional.of(modinfo);
    } catch (IOException unreadable) {
      lacksFile = true;
      findings.add(Finding.stop(Topic.FILE, file + ": " + IoReason.of(unreadable) + advice(path)));
      return Optional.empty();
    }
  }

  /** Returns what to do about {@code file}, which cannot be read. */
  static String advice(Path file) {
    if (Files.exists(file)) {
      return "";
    }
    Path folder = file.getParent();
    boolean isClosed = folder != null && ClosedFolder.onTheWayTo(folder).isPresent();
    return isClosed ? "; ask as root" : "; run depmod";
  }

  private String compression(Path file) throws IOException {
    Optional<String> algorithm = Compression.of(file).kernelName();
    if (algorithm.isEmpty()) {
      return "";
    }
    boolean byKernel = invocation.host().kernel().compression().equals(algorithm);
    return ", " + algorithm.get() + (byKernel ? ", which the kernel undoes itself" : "");
  }
}
