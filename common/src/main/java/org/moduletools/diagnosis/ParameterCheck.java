package org.moduletools.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.moduletools.config.KernelArgument;
import org.moduletools.kernel.Errno;

/** Compares parameters as they are handed to the kernel with those that a module has. */
public final class ParameterCheck {

  /**
   * What is wrong with a word.
   *
   * @param problem it
   * @param part the number of the part of the text in which the word begins
   */
  public record Found(ParameterProblem problem, int part) {}

  private final ParameterText text;
  private final ModuleParameters parameters;
  private final List<Found> found = new ArrayList<>();

  private ParameterCheck(ParameterText text, ModuleParameters parameters) {
    this.text = text;
    this.parameters = parameters;
  }

  /**
   * Returns what is wrong with {@code text}, in its order; an empty list if the module takes all of
   * it. What the module checks by itself may still be wrong.
   */
  public static List<Found> of(ParameterText text, ModuleParameters parameters) {
    ParameterCheck check = new ParameterCheck(text, parameters);
    check.look();
    return check.found;
  }

  /** Words behind a {@code #} are told of only if the kernel refuses them. */
  private void look() {
    List<KernelArgument> words = text.words();
    int commented = -1;
    for (int i = 0; i < words.size(); i++) {
      KernelArgument word = words.get(i);
      int part = text.firstPart(word);
      boolean isCommented = part == commented;
      lookAtQuotes(word, isCommented);
      if (endsParameters(word)) {
        if (i + 1 < words.size()) {
          found.add(new Found(new ParameterProblem.Dashes(), part));
        }
        return;
      }
      if (word.text().startsWith("#") && !isCommented) {
        found.add(new Found(new ParameterProblem.Comment(word.text()), part));
        commented = part;
      } else if (blanksAt(i, words) > 0) {
        int more = blanksAt(i, words);
        found.add(new Found(blanks(words.subList(i, i + more + 1)), part));
        i += more;
      } else {
        problem(word)
            .filter(problem -> !isCommented || !problem.isPassedOver())
            .ifPresent(problem -> found.add(new Found(problem, part)));
      }
    }
  }

  /**
   * Returns how many words behind that of number {@code i} somebody meant as a part of it who wrote
   * blanks around a {@code =}.
   */
  private int blanksAt(int i, List<KernelArgument> words) {
    KernelArgument word = words.get(i);
    if (i + 1 == words.size() || parameters.type(word.name()).isEmpty()) {
      return 0;
    }
    String next = words.get(i + 1).text();
    if (word.value().isEmpty()) {
      return !next.startsWith("=") ? 0 : next.equals("=") && i + 2 < words.size() ? 2 : 1;
    }
    boolean isLeft = word.text().endsWith("=") && word.value().get().isEmpty();
    return isLeft
            && words.get(i + 1).value().isEmpty()
            && parameters.type(words.get(i + 1).name()).isEmpty()
        ? 1
        : 0;
  }

  /** What the kernel makes of the first of {@code words} decides; it passes over the others. */
  private ParameterProblem blanks(List<KernelArgument> words) {
    String text = words.stream().map(KernelArgument::text).collect(Collectors.joining(" "));
    boolean isPassedOver =
        problem(words.get(0)).map(ParameterProblem::isPassedOver).orElse(true);
    return new ParameterProblem.Blanks(text, isPassedOver);
  }

  /** The kernel takes nothing that follows (kernel/params.c: parse_args). */
  private static boolean endsParameters(KernelArgument word) {
    return word.name().equals("--") && word.value().isEmpty();
  }

  private void lookAtQuotes(KernelArgument word, boolean isCommented) {
    int first = text.firstPart(word);
    int last = text.lastPart(word);
    if (last > first || !(word.isClosed() || isCommented)) {
      List<String> swallowed = new ArrayList<>();
      for (int part = first + 1; part <= last; part++) {
        swallowed.add(text.source(part));
      }
      found.add(new Found(new ParameterProblem.OpenQuote(text.beginning(word), swallowed), first));
    }
  }

  private Optional<ParameterProblem> problem(KernelArgument word) {
    String name = word.name();
    Optional<String> value = word.value();
    Optional<String> type = parameters.type(name);
    Optional<Errno> refusal = type.flatMap(its -> refusal(its, value));
    if (value.orElse(name).endsWith(",") && !type.map(ParameterType::takesComma).orElse(false)) {
      boolean isPassedOver = refusal.isEmpty();
      return Optional.of(new ParameterProblem.Comma(word.text(), isPassedOver));
    }
    if (type.isEmpty()) {
      return Optional.of(new ParameterProblem.Unknown(word.text(), name, parameters.near(name)));
    }
    String its = type.get();
    return refusal.map(errno -> new ParameterProblem.BadValue(word.text(), name, its, errno));
  }

  private static Optional<Errno> refusal(String type, Optional<String> value) {
    if (value.isPresent()) {
      return ParameterType.refusal(type, value.get());
    }
    return ParameterType.needsNoValue(type) ? Optional.empty() : Optional.of(Errno.EINVAL);
  }
}
