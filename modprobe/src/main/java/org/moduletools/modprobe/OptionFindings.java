package org.moduletools.modprobe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.moduletools.config.ConfigEntry;
import org.moduletools.config.ConfigSource;
import org.moduletools.config.KernelArgument;
import org.moduletools.config.ModprobeConfig;
import org.moduletools.diagnosis.ModuleParameters;
import org.moduletools.diagnosis.ParameterCheck;
import org.moduletools.diagnosis.ParameterProblem;
import org.moduletools.diagnosis.ParameterText;
import org.moduletools.tree.ResolvedModule;

/** The parameters that a module gets, line by line. */
final class OptionFindings {

  private final ModuleParameters parameters;
  private final List<Place> places = new ArrayList<>();
  private final ParameterText text;
  private final List<ParameterCheck.Found> found;

  /**
   * Looks at those of {@code target}.
   *
   * @param parameters those that the module has
   * @param given what it gets beside the lines of {@code config}, and after them
   */
  OptionFindings(
      ModprobeConfig config,
      ModuleParameters parameters,
      ResolvedModule target,
      GivenParameters given) {
    this.parameters = parameters;
    String alias = target.reachedBy().orElse(target.name().value());
    for (ConfigEntry line : config.optionLines(target.name(), alias)) {
      String of = line.name().equals(target.name().value()) ? "" : " for " + line.name();
      places.add(new Place(line.text(), of, line.source()));
    }
    if (!given.text().isEmpty()) {
      places.add(new Place(given.text(), ", from " + given.source(), Finding.NOWHERE));
    }
    text = new ParameterText(places.stream()
        .map(place -> new ParameterText.Part(
            place.text(),
            place.source().equals(Finding.NOWHERE)
                ? given.source()
                : place.source().toString()))
        .toList());
    found = ParameterCheck.of(text, parameters);
  }

  /** Returns the words by which the kernel would refuse the module, if it would: for the first. */
  Optional<String> refusal() {
    return found.stream()
        .map(ParameterCheck.Found::problem)
        .filter(problem -> !problem.isPassedOver())
        .findFirst()
        .map(problem -> problem.errno().text());
  }

  /** Returns the lines, what is wrong in each, and which of several values counts. */
  List<Finding> find() {
    List<List<Finding>> ofPlaces = new ArrayList<>();
    for (Place place : places) {
      Finding it =
          Finding.fact(Topic.OPTIONS, place.text().strip() + place.of()).by(place.source());
      ofPlaces.add(new ArrayList<>(List.of(it)));
    }
    for (ParameterCheck.Found wrong : found) {
      ofPlaces
          .get(wrong.part())
          .add(finding(wrong.problem(), places.get(wrong.part()).source()));
    }
    List<Finding> findings = new ArrayList<>();
    ofPlaces.forEach(findings::addAll);
    findings.addAll(lastWords());
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

  private List<Finding> lastWords() {
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
