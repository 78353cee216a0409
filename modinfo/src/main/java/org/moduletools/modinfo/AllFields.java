package org.moduletools.modinfo;

import java.io.PrintStream;
import java.util.List;
import java.util.function.Consumer;
import org.moduletools.modulefile.Modinfo.Entry;
import org.moduletools.modulefile.ModuleDescription;
import org.moduletools.modulefile.ModuleParameter;

/**
 * Shows all fields of each module, one in a line, with the value in column 17; or as
 * {@code KEY=VALUE} where the lines end in NUL (kmod 34, tools/modinfo.c: modinfo_do).
 */
final class AllFields implements Output {

  private static final int LABEL_COLUMNS = 16;

  private final PrintStream out;
  private final char end;
  private final Consumer<String> problems;

  /**
   * Ends fields by {@code end}.
   *
   * @param problems receives malformed strings
   */
  AllFields(PrintStream out, char end, Consumer<String> problems) {
    this.out = out;
    this.end = end;
    this.problems = problems;
  }

  @Override
  public Need need() {
    return Need.ALL;
  }

  @Override
  public List<String> keys() {
    return List.of();
  }

  @Override
  public void show(Subject subject, ModuleDescription description) {
    showUnread(subject);
    for (Entry entry : description.modinfo().entries()) {
      if (!entry.isOfParameter()) {
        field(entry.key(), entry.value());
      }
    }
    for (Entry stamp : Stamps.of(description)) {
      field(stamp.key(), Stamps.shown(stamp));
    }
    for (ModuleParameter parameter : Fields.parameters(description.modinfo(), problems)) {
      labelled(Fields.PARAMETER, line(parameter));
    }
  }

  /** Returns the line; a type without a text takes the text's place. */
  private static String line(ModuleParameter parameter) {
    return parameter.text().isPresent()
        ? parameter.toString()
        : parameter.name() + ":" + parameter.type().orElse("");
  }

  @Override
  public void showUnread(Subject subject) {
    if (subject.isBuiltin()) {
      labelled(Fields.NAME, subject.name().value());
    }
    labelled(Fields.FILE_NAME, subject.fileName());
  }

  @Override
  public void finish() {
    // each field is complete by itself
  }

  private void field(String key, String value) {
    if (end == '\0') {
      out.print(key + "=" + value + end);
    } else {
      labelled(key, value);
    }
  }

  /** A label that fills its columns has no blank after it. */
  private void labelled(String key, String value) {
    int blanks = Math.max(0, LABEL_COLUMNS - key.length() - 1);
    out.print(key + ":" + " ".repeat(blanks) + value + end);
  }
}
