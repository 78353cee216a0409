package org.moduletools.modprobe;

import java.util.List;
import org.moduletools.module.ModuleName;

/**
 * What would be done about one module, and why.
 *
 * @param module the module
 * @param reason how the name leads to it
 * @param findings what bears on it, in the order of {@link Topic}
 * @param outcome what would be done
 * @param verdict that in words
 * @param isGood whether the module is there in the end, and modprobe succeeds
 */
record ModuleExplanation(
    ModuleName module,
    String reason,
    List<Finding> findings,
    Outcome outcome,
    String verdict,
    boolean isGood) {

  /** Copies {@code findings}. */
  ModuleExplanation {
    findings = List.copyOf(findings);
  }
}
