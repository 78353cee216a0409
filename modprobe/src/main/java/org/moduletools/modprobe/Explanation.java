package org.moduletools.modprobe;

import java.util.List;

/**
 * What would be done about one name, and why.
 *
 * @param name as it was typed
 * @param meaning what it means, in words
 * @param findings what bears on that
 * @param modules the modules that it means; none if nothing knows the name
 */
record Explanation(
    String name, String meaning, List<Finding> findings, List<ModuleExplanation> modules) {

  /** What is said of a name without modules. */
  static final String NOTHING = "nothing would be loaded: no module has this name";

  /** Copies the lists. */
  Explanation {
    findings = List.copyOf(findings);
    modules = List.copyOf(modules);
  }

  /** Returns whether a module that it means would be loaded, or is. */
  boolean isGood() {
    return modules.stream().anyMatch(module -> module.outcome().isGood());
  }
}
