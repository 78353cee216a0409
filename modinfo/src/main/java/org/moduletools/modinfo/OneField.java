package org.moduletools.modinfo;

import java.io.PrintStream;
import java.util.List;
import java.util.function.Consumer;
import org.moduletools.modulefile.Modinfo.Entry;
import org.moduletools.modulefile.ModuleDescription;
import org.moduletools.modulefile.ModuleParameter;

/** Shows only the values of one field of each module. */
final class OneField implements Output {

  private final String field;
  private final PrintStream out;
  private final char end;
  private final Consumer<String> problems;

  /**
   * Ends values by {@code end}.
   *
   * @param problems receives malformed strings
   */
  OneField(String field, PrintStream out, char end, Consumer<String> problems) {
    this.field = field;
    this.out = out;
    this.end = end;
    this.problems = problems;
  }

  @Override
  public Need need() {
    return Fields.needOf(field);
  }

  @Override
  public List<String> keys() {
    return Fields.keysOf(field);
  }

  @Override
  public void show(Subject subject, ModuleDescription description) {
    if (field.equals(Fields.FILE_NAME)) {
      print(subject.fileName());
      return;
    }
    if (field.equals(Fields.PARAMETER)) {
      for (ModuleParameter parameter : Fields.parameters(description.modinfo(), problems)) {
        print(parameter.toString());
      }
      return;
    }
    showUnread(subject);
    for (Entry entry : description.modinfo().entries()) {
      if (entry.key().equals(field)) {
        print(entry.value());
      }
    }
    for (Entry stamp : Stamps.of(description)) {
      if (stamp.key().equals(field)) {
        print(Stamps.shown(stamp));
      }
    }
  }

  @Override
  public void showUnread(Subject subject) {
    if (field.equals(Fields.NAME) && subject.isBuiltin()) {
      print(subject.name().value());
    }
  }

  @Override
  public void finish() {
    // each value is complete by itself
  }

  private void print(String value) {
    out.print(value + end);
  }
}
