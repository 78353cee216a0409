package org.moduletools.modprobe;

import java.util.List;

/**
 * What would be done about one name, and why.
 *
 * @param name the name as typed
 * @param meaning its meaning, in words
 * @param findings the facts about that
 * @param modules its modules; none if the name is unknown
 */
record Explanation(
    String name, String meaning, List<Finding> findings, List<ModuleExplanation> modules) {

  /** The text for a name without modules. */
  static final String NOTHING = "nothing would be loaded: no module has this name";

  /** Copies the lists. */
  Explanation {
    findings = List.copyOf(findings);
    modules = List.copyOf(modules);
  }

  /** Returns whether one of its modules would be loaded, or is loaded. */
  boolean loads() {
    return modules.stream().anyMatch(module -> module.outcome().isGood());
  }

  /** Returns whether modprobe would succeed with one of them. */
  boolean isGood() {
    return modules.stream().anyMatch(ModuleExplanation::isGood);
  }
}
