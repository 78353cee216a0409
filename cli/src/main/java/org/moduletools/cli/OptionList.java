package org.moduletools.cli;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The list of options in a program's help: one long name a line, the preferred one first, as in
 * kmod. Programs that read help texts, such as bash-completion's _parse_help, expect an option in
 * each line that begins with a dash, so no other line does.
 */
final class OptionList {

  private static final int WIDTH = 80;

  /** The column of descriptions; their further lines begin two columns to the right. */
  private static final int COLUMN = 27;

  private final StringBuilder text = new StringBuilder();

  private OptionList() {}

  /**
   * Returns the lines about the options of {@code program}, except hidden ones, in their order
   * there. Options with an {@code order} come last, sorted by it.
   */
  static String of(CommandSpec program) {
    OptionList list = new OptionList();
    program.options().stream()
        .filter(option -> !option.hidden())
        .sorted(Comparator.comparingInt(OptionSpec::order))
        .forEach(list::add);
    return list.text.toString();
  }

  private void add(OptionSpec option) {
    List<String> letters = names(option).filter(name -> !name.startsWith("--")).toList();
    List<String> longNames = names(option).filter(name -> name.startsWith("--")).toList();
    String value = option.arity().max() > 0 ? "=" + option.paramLabel() : "";
    String description = String.join(" ", option.description());
    if (longNames.isEmpty()) {
      add("  " + letters.get(0), description);
      return;
    }
    String letter = letters.isEmpty() ? "    " : letters.get(0) + ", ";
    String preferred = longNames.get(0);
    add("  " + letter + preferred + value, description);
    for (String other : longNames.subList(1, longNames.size())) {
      add("      " + other + value, "Same as " + preferred + ".");
    }
  }

  private static Stream<String> names(OptionSpec option) {
    return Stream.of(option.names());
  }

  private void add(String names, String description) {
    int column = names.length();
    text.append(names);
    if (column + 2 > COLUMN) {
      text.append("\n");
      column = 0;
    }
    text.append(" ".repeat(COLUMN - column));
    column = COLUMN;
    String blank = "";
    for (String words : description.split(" (?!-)", -1)) { // no line begins with a dash
      if (column + blank.length() + words.length() > WIDTH) {
        text.append("\n").append(" ".repeat(COLUMN + 2));
        column = COLUMN + 2;
        blank = "";
      }
      text.append(blank).append(words);
      column += blank.length() + words.length();
      blank = " ";
    }
    text.append("\n");
  }
}
