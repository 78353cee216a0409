package org.moduletools.modprobe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.moduletools.config.ConfigEntry;
import org.moduletools.config.KernelArgument;
import org.moduletools.config.ModprobeConfig;
import org.moduletools.diagnosis.ModuleParameters;
import org.moduletools.diagnosis.ParameterCheck;
import org.moduletools.diagnosis.ParameterProblem;
import org.moduletools.diagnosis.ParameterText;
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
    String alias = target.reachedBy().orElse(target.name().value());
    List<ConfigEntry> lines = config.optionLines(target.name(), alias);
    ParameterText text = new ParameterText(lines.stream()
        .map(line -> new ParameterText.Part(line.text(), line.source().toString()))
        .toList());
    List<List<Finding>> ofLines = new ArrayList<>();
    for (ConfigEntry line : lines) {
      String of = line.name().equals(target.name().value()) ? "" : " for " + line.name();
      Finding it = Finding.fact(Topic.OPTIONS, line.text().strip() + of).by(line);
      ofLines.add(new ArrayList<>(List.of(it)));
    }
    for (ParameterCheck.Found found : ParameterCheck.of(text, parameters)) {
      ofLines.get(found.part()).add(finding(found.problem(), lines.get(found.part())));
    }
    List<Finding> findings = new ArrayList<>();
    ofLines.forEach(findings::addAll);
    findings.addAll(lastWords(text));
    return findings;
  }

  /** The kernel passes over some, and refuses the module for others. */
  private static Finding finding(ParameterProblem problem, ConfigEntry line) {
    String words = problem.inWords();
    return (problem.isPassedOver()
            ? Finding.odd(Topic.OPTIONS, words)
            : Finding.stop(Topic.OPTIONS, words))
        .by(line);
  }

  private List<Finding> lastWords(ParameterText text) {
    Map<String, List<String>> given = new LinkedHashMap<>();
    for (KernelArgument word : text.words()) {
      String name = word.name().replace('-', '_');
      given.computeIfAbsent(name, first -> new ArrayList<>()).add(word.text());
    }
    List<Finding> findings = new ArrayList<>();
    given.forEach((name, words) -> {
      if (words.size() > 1 && parameters.type(name).isPresent()) {
        findings.add(Finding.fact(
            Topic.OPTIONS, words.get(words.size() - 1) + " is the last word for " + name));
      }
    });
    return findings;
  }
}
