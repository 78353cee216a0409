package org.moduletools.modprobe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.moduletools.config.ConfigEntry;
import org.moduletools.config.ConfigSource;
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

  /**
   * Returns the lines, what is wrong in each, and which of several values counts; {@code given}
   * comes behind the lines.
   */
  List<Finding> about(ResolvedModule target, GivenParameters given) {
    String alias = target.reachedBy().orElse(target.name().value());
    List<Place> places = new ArrayList<>();
    for (ConfigEntry line : config.optionLines(target.name(), alias)) {
      String of = line.name().equals(target.name().value()) ? "" : " for " + line.name();
      places.add(new Place(line.text(), of, line.source()));
    }
    if (!given.text().isEmpty()) {
      places.add(new Place(given.text(), ", from " + given.source(), Finding.NOWHERE));
    }
    ParameterText text = new ParameterText(places.stream()
        .map(place -> new ParameterText.Part(
            place.text(),
            place.source().equals(Finding.NOWHERE)
                ? given.source()
                : place.source().toString()))
        .toList());
    List<List<Finding>> ofPlaces = new ArrayList<>();
    for (Place place : places) {
      Finding it =
          Finding.fact(Topic.OPTIONS, place.text().strip() + place.of()).by(place.source());
      ofPlaces.add(new ArrayList<>(List.of(it)));
    }
    for (ParameterCheck.Found found : ParameterCheck.of(text, parameters)) {
      ofPlaces
          .get(found.part())
          .add(finding(found.problem(), places.get(found.part()).source()));
    }
    List<Finding> findings = new ArrayList<>();
    ofPlaces.forEach(findings::addAll);
    findings.addAll(lastWords(text));
    return findings;
  }

  /** What one place says; {@code of} tells whose parameters these are unless that is plain. */
  private record Place(String text, String of, ConfigSource source) {}

  /** The kernel passes over some, and refuses the module for others. */
  private static Finding finding(ParameterProblem problem, ConfigSource place) {
    String words = problem.inWords();
    return (problem.isPassedOver()
            ? Finding.odd(Topic.OPTIONS, words)
            : Finding.stop(Topic.OPTIONS, words))
        .by(place);
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
