package org.moduletools.modprobe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.moduletools.diagnosis.Cause;
import org.moduletools.diagnosis.KernelSymbols;
import org.moduletools.diagnosis.Licence;
import org.moduletools.diagnosis.NeededSymbols;
import org.moduletools.diagnosis.SymbolVersions;
import org.moduletools.diagnosis.VersionConflict;
import org.moduletools.kernel.Errno;
import org.moduletools.module.ModuleName;
import org.moduletools.tree.ModuleTree;

/**
 * Compares the symbols that modules need with those that are there.
 *
 * @param tree the modules of the kernel
 * @param ofKernel the kernel's own symbols
 * @param isThere whether a module is loaded already, or before the one that is looked at
 */
record SymbolFindings(ModuleTree tree, KernelSymbols ofKernel, Predicate<ModuleName> isThere) {

  /** The symbol whose version is that of the layout of the kernel's structures. */
  private static final String LAYOUT = "module_layout";

  /**
   * What was found of one module.
   *
   * @param findings it
   * @param refusal the words by which the kernel would refuse the module, if it would
   * @param doubt the finding by which it may be refused, if nobody can tell
   */
  record Found(List<Finding> findings, Optional<String> refusal, Optional<Finding> doubt) {

    /** Copies {@code findings}. */
    Found {
      findings = List.copyOf(findings);
    }
  }

  /**
   * Looks at the module in {@code file}.
   *
   * @param isForeign whether it is not of the kernel's own build, so that its versions may differ
   * @param ignoresVersions whether versions that differ are no matter
   * @throws IOException if the file is damaged, or an index
   */
  Found of(Path file, boolean isForeign, boolean ignoresVersions) throws IOException {
    List<Finding> findings = new ArrayList<>();
    List<String> answers = new ArrayList<>();
    Predicate<String> isUncompared = symbol -> isForeign;
    if (isForeign && SymbolVersions.areIn(file)) {
      SymbolVersions.Comparison versions = SymbolVersions.compare(file, tree);
      Set<String> uncompared = versions.uncompared();
      isUncompared = uncompared::contains;
      if (!ignoresVersions) {
        for (VersionConflict conflict : versions.conflicts()) {
          findings.add(Finding.stop(Topic.BUILT, conflict.inWords()));
          answers.add(answer(conflict));
        }
      }
    }
    NeededSymbols needed = NeededSymbols.of(file, tree, ofKernel, isThere);
    for (Cause missing : needed.missing().causes()) {
      findings.add(Finding.stop(Topic.BUILT, missing.inWords()));
      answers.add(InsertException.UNKNOWN_SYMBOL);
    }
    needed
        .unknown(isUncompared)
        .ifPresent(cause -> findings.add(Finding.odd(Topic.BUILT, cause.inWords())));
    Optional<Finding> licence = needed.licence().map(SymbolFindings::finding);
    licence.ifPresent(findings::add);
    if (licence.filter(finding -> finding.bearing() == Bearing.STOP).isPresent()) {
      answers.add(InsertException.UNKNOWN_SYMBOL);
    }
    return new Found(
        findings, first(answers), licence.filter(finding -> finding.bearing() == Bearing.ODD));
  }

  private static Finding finding(Licence licence) {
    return licence.symbols().isEmpty()
        ? Finding.odd(Topic.BUILT, licence.inWords() + "; whether it needs one is not known")
        : Finding.stop(Topic.BUILT, licence.inWords());
  }

  /** The layout is looked at before all else (kernel/module/version.c: check_modstruct_version). */
  private static String answer(VersionConflict conflict) {
    return (conflict.symbol().equals(LAYOUT) ? Errno.ENOEXEC : Errno.EINVAL).text();
  }

  private static Optional<String> first(List<String> answers) {
    return answers.contains(Errno.ENOEXEC.text())
        ? Optional.of(Errno.ENOEXEC.text())
        : answers.stream().findFirst();
  }
}
