package org.moduletools.modprobe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.moduletools.config.ConfigEntry;
import org.moduletools.config.ModprobeConfig;
import org.moduletools.diagnosis.ModuleParameters;
import org.moduletools.diagnosis.ParameterCheck;
import org.moduletools.diagnosis.ParameterProblem;
import org.moduletools.tree.ResolvedModule;

/**
 * The parameters that a module gets, line by line.
 *
 * @param config which lines there are
 * @param parameters those that the module has
 */
record OptionFindings(ModprobeConfig config, ModuleParameters parameters) {

  /** Returns the lines, what is wrong in each, and which of several values counts. */
  List<Finding> about(ResolvedModule target) {
    List<Finding> findings = new ArrayList<>();
    Map<String, List<String>> given = new LinkedHashMap<>();
    String alias = target.reachedBy().orElse(target.name().value());
    for (ConfigEntry line : config.optionLines(target.name(), alias)) {
      String of = line.name().equals(target.name().value()) ? "" : " for " + line.name();
      findings.add(Finding.fact(Topic.OPTIONS, line.text().strip() + of).by(line));
      for (ParameterProblem problem : ParameterCheck.of(line.text(), parameters)) {
        findings.add(
            new Finding(Topic.OPTIONS, bearing(problem), problem.inWords(), line.source()));
      }
      for (String word : line.text().strip().split(" +", -1)) {
        String name = word.replaceFirst("=.*", "").replace('-', '_');
        given.computeIfAbsent(name, first -> new ArrayList<>()).add(word);
      }
    }
    given.forEach((name, words) -> {
      if (words.size() > 1 && parameters.type(name).isPresent()) {
        findings.add(Finding.fact(
            Topic.OPTIONS, words.get(words.size() - 1) + " is the last word for " + name));
      }
    });
    return findings;
  }

  /** The kernel passes over what it does not know, and refuses what it cannot read. */
  private static Bearing bearing(ParameterProblem problem) {
    return problem instanceof ParameterProblem.BadValue ? Bearing.STOP : Bearing.ODD;
  }
}
