package org.moduletools.modprobe;

import java.util.ArrayList;
import java.util.List;
import org.moduletools.cli.StyledOutput;
import org.moduletools.cli.StyledOutput.Style;

/**
 * Prints explanations for people: the name and its meaning, the findings below it, and the verdict
 * as the last line. A mark precedes unusual findings and those that keep the module out.
 */
final class ExplanationText implements ExplanationListing {

  /** The column of the texts. */
  private static final int COLUMN = 13;

  private final StyledOutput out;
  private boolean isFirst = true;

  ExplanationText(StyledOutput out) {
    this.out = out;
  }

  @Override
  public void show(Explanation explanation) {
    if (!isFirst) {
      out.print(Style.PLAIN, "\n");
    }
    isFirst = false;
    out.print(Style.STRONG, explanation.name());
    out.print(Style.PLAIN, ": " + explanation.meaning() + "\n");
    explanation.findings().forEach(this::show);
    List<ModuleExplanation> modules = explanation.modules();
    if (modules.isEmpty()) {
      showVerdict(Explanation.NOTHING, false);
    }
    for (ModuleExplanation module : modules) {
      if (modules.size() > 1) {
        out.print(Style.PLAIN, "  " + module.reason() + "\n");
      }
      module.findings().forEach(this::show);
      showVerdict(module.verdict(), module.isGood());
    }
  }

  private void show(Finding finding) {
    String mark = finding.bearing() == Bearing.FACT ? "  " : "! ";
    Style style = switch (finding.bearing()) {
      case FACT -> Style.PLAIN;
      case ODD -> Style.WARNING;
      case STOP -> Style.BAD;
    };
    String source = finding.hasSource() ? " (" + finding.source() + ")" : "";
    out.print(style, mark);
    showText(finding.topic().label(), finding.text() + source, Style.PLAIN);
  }

  private void showVerdict(String verdict, boolean isGood) {
    out.print(Style.PLAIN, "  ");
    showText("verdict", verdict, isGood ? Style.GOOD : Style.BAD);
  }

  /** Prints a label, and {@code text} in as many lines as the terminal needs. */
  private void showText(String label, String text, Style style) {
    out.print(Style.FAINT, label);
    String indent = " ".repeat(COLUMN - 2 - label.length());
    for (String line : lines(text, out.width() - COLUMN)) {
      out.print(Style.PLAIN, indent);
      out.print(style, line);
      out.print(Style.PLAIN, "\n");
      indent = " ".repeat(COLUMN);
    }
  }

  /** Breaks {@code text} at blanks; a word that is wider has a line of its own. */
  private static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  @Override
  public void close() {
    // each line is complete by itself
  }
}
