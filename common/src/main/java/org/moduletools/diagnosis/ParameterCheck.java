package org.moduletools.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares parameters as they are handed to the kernel with those that a module has. */
public final class ParameterCheck {

  private ParameterCheck() {}

  /**
   * Returns what is wrong with {@code text}, blank-separated parameters, in its order; an empty
   * list if the module takes all of them. What the module checks by itself may still be wrong.
   */
  public static List<ParameterProblem> of(String text, ModuleParameters parameters) {
    List<ParameterProblem> problems = new ArrayList<>();
    for (String word : words(text)) {
      if (word.startsWith("#")) {
        problems.add(new ParameterProblem.Comment(word));
        return problems;
      }
      if (word.equals("--")) {
        return problems; // kernel/params.c: parse_args takes nothing that follows
      }
      problem(word, parameters).ifPresent(problems::add);
    }
    return problems;
  }

  private static Optional<ParameterProblem> problem(String word, ModuleParameters parameters) {
    int equals = word.indexOf('=');
    String name = bare(equals < 0 ? word : word.substring(0, equals));
    String value = equals < 0 ? "" : bare(word.substring(equals + 1));
    Optional<String> type = parameters.type(name);
    if (word.endsWith(",") && !type.map(ParameterType::takesComma).orElse(false)) {
      return Optional.of(new ParameterProblem.Comma(word, type.isEmpty()));
    }
    if (type.isEmpty()) {
      return Optional.of(new ParameterProblem.Unknown(word, name, parameters.near(name)));
    }
    boolean isTaken = equals < 0
        ? ParameterType.needsNoValue(type.get())
        : ParameterType.takes(type.get(), value);
    return isTaken
        ? Optional.empty()
        : Optional.of(new ParameterProblem.BadValue(word, name, type.get()));
  }

  /** Takes the quotes away, which the kernel takes away too. */
  private static String bare(String text) {
    return text.replace("\"", "");
  }

  /** Splits at blanks outside of double quotes (lib/cmdline.c: next_arg). */
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean isQuoted = false;
    for (int i = 0; i <= text.length(); i++) {
      boolean isEnd = i == text.length();
      char c = isEnd ? ' ' : text.charAt(i);
      if (isEnd || (!isQuoted && (c == ' ' || (c >= '\t' && c <= '\r')))) {
        if (!word.isEmpty()) {
          words.add(word.toString());
          word.setLength(0);
        }
      } else {
        isQuoted ^= c == '"';
        word.append(c);
      }
    }
    return words;
  }
}
