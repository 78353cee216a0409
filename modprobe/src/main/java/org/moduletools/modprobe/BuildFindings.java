package org.moduletools.modprobe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.moduletools.diagnosis.FileSignature;
import org.moduletools.diagnosis.FormCheck;
import org.moduletools.diagnosis.KernelVermagic;
import org.moduletools.diagnosis.SignatureDemand;
import org.moduletools.diagnosis.SymbolVersions;
import org.moduletools.diagnosis.VermagicDifference;
import org.moduletools.loading.FileInserter.Demand;
import org.moduletools.module.KernelRelease;
import org.moduletools.modulefile.Modinfo;
import org.moduletools.modulefile.SignatureForm;

/** Compares a module's version magic and signature with the kernel's requirements. */
final class BuildFindings {

  private final Invocation invocation;
  private final Catalog catalog;
  private final ModprobeOptions options;
  private final Path root;
  private final List<Finding> findings = new ArrayList<>();
  private final SymbolFindings symbols;
  private final boolean isNamed;
  private Optional<String> refusal = Optional.empty();
  private Optional<Finding> doubt = Optional.empty();

  /** {@code isNamed} is whether the module is the one that was asked for. */
  BuildFindings(Invocation invocation, Catalog catalog, SymbolFindings symbols, boolean isNamed) {
    this.invocation = invocation;
    this.symbols = symbols;
    this.isNamed = isNamed;
    this.catalog = catalog;
    this.options = invocation.options();
    this.root = invocation.host().root();
  }

  /** Returns the words by which the kernel would refuse the module, if it would. */
  Optional<String> refusal() {
    return refusal;
  }

  /** Returns the finding by which it may refuse the module, if nobody can tell. */
  Optional<Finding> doubt() {
    return doubt;
  }

  /** Looks at the module in {@code file}, whose strings are {@code modinfo}. */
  List<Finding> of(Path file, Modinfo modinfo) {
    try {
      String signature = signature(file);
      new FormCheck(catalog.tree())
          .refusal(file)
          .ifPresent(words -> refuse(Topic.BUILT, words, "Exec format error"));
      addBuild(file, modinfo, signature);
      if (isForThisKernel()) {
        addSymbols(file);
      }
    } catch (IOException damaged) {
      refuse(Topic.BUILT, String.valueOf(damaged.getMessage()), "Exec format error");
    }
    return findings;
  }

  /** Returns the text about the signature, unless the signature keeps the module out. */
  private String signature(Path file) throws IOException {
    FileSignature signature = FileSignature.read(file);
    String words = signature.inShort();
    if (signature.form() == SignatureForm.DAMAGED && !isChanged()) {
      refuse(Topic.BUILT, words + "; every kernel refuses that", "Bad message");
      return "";
    }
    if (options.isOfImage()) {
      return words;
    }
    SignatureDemand demand = SignatureDemand.read(root);
    if (demand.isMade() && (isChanged() || !signature.counts())) {
      String change = isChanged() ? ", and a module that is forced or permanent counts as not" : "";
      refuse(
          Topic.BUILT,
          words + "; " + demand.inWords() + change,
          demand.enforced() ? "Key was rejected by service" : "Operation not permitted");
      return "";
    }
    return words + "; " + demand.inWords();
  }

  /**
   * Whether the kernel does not look at its signature (kernel/module/signing.c). Only the module
   * that was asked for is made permanent.
   */
  private boolean isChanged() {
    return OptionSets.demands(options).stream()
        .anyMatch(demand -> isNamed || demand != Demand.PERMANENT);
  }

  private void addBuild(Path file, Modinfo modinfo, String signature) throws IOException {
    List<String> vermagic = modinfo.values("vermagic");
    String behind = signature.isEmpty() ? "" : "; " + signature;
    if (vermagic.isEmpty()) {
      findings.add(Finding.odd(Topic.BUILT, "it has no version magic" + behind));
      return;
    }
    Optional<VermagicDifference> difference = VermagicDifference.between(
        vermagic.get(0), KernelVermagic.of(release(), catalog.tree()), SymbolVersions.areIn(file));
    String builtFor = vermagic.get(0).strip().replaceFirst(" .*", "");
    if (difference.isEmpty() && !builtFor.equals(release().value())) {
      findings.add(
          0,
          Finding.odd(
              Topic.BUILT,
              "for " + builtFor + ", where " + release()
                  + " runs; by the versions of its symbols it may fit" + behind));
    } else if (difference.isEmpty()) {
      String kernel = options.isOfImage() ? builtFor : "this kernel, " + builtFor;
      findings.add(0, Finding.fact(Topic.BUILT, "for " + kernel + behind));
    } else if (options.force || options.forceVermagic) {
      findings.add(0, Finding.odd(Topic.BUILT, difference.get().inWords() + "; it is forced"));
    } else {
      refuse(Topic.BUILT, difference.get().inWords(), "Exec format error");
    }
  }

  private boolean isForThisKernel() {
    return release().value().equals(String.valueOf(catalog.tree().directory().getFileName()));
  }

  /**
   * The versions in what the kernel's own build made fit to it; in what else lies there may not.
   */
  private void addSymbols(Path file) throws IOException {
    boolean isForeign = !file.startsWith(catalog.tree().directory().resolve("kernel"));
    SymbolFindings.Found found =
        symbols.of(file, isForeign, options.force || options.forceModversion);
    findings.addAll(found.findings());
    refusal = refusal.or(found::refusal);
    doubt = found.doubt();
  }

  private void refuse(Topic topic, String text, String answer) {
    findings.add(Finding.stop(topic, text));
    refusal = refusal.or(() -> Optional.of(answer));
  }

  /** The running kernel's, or of an image the one whose modules are looked at. */
  private KernelRelease release() {
    return options.isOfImage()
        ? new KernelRelease(String.valueOf(catalog.tree().directory().getFileName()))
        : invocation.host().kernel().release();
  }
}
