package org.moduletools.modinfo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.moduletools.modulefile.Modinfo.Entry;

/**
 * A module's parameters. What a module says of one stands in two strings, {@code parm=NAME:TEXT}
 * and {@code parmtype=NAME:TYPE}, in either order or alone.
 */
final class Parameters {

  private Parameters() {}

  /**
   * One of them.
   *
   * @param name its name
   * @param text what it means, or null if the module does not say
   * @param type what it takes, or null if the module does not say
   */
  record Parameter(
      String name, @Nullable String text, @Nullable String type) {

    /** Returns it with what the string {@code key} says of it. */
    Parameter with(String key, String said) {
      return key.equals(Fields.PARAMETER)
          ? new Parameter(name, said, type)
          : new Parameter(name, text, said);
    }

    /** Returns it as modinfo shows it among all fields; a type without a text takes its place. */
    String line() {
      return text == null ? name + ":" + type : alone();
    }

    /** Returns it as modinfo shows it when asked for nothing else. */
    String alone() {
      String shown = name + ":" + (text == null ? "" : text);
      return type == null ? shown : shown + " (" + type + ")";
    }
  }

  /** Returns whether {@code entry} says something of a parameter. */
  static boolean isOf(Entry entry) {
    return entry.key().equals(Fields.PARAMETER) || entry.key().equals(Fields.PARAMETER_TYPE);
  }

  /**
   * Returns the parameters among {@code entries}, that first which is named last, as kmod shows
   * them (kmod 34, tools/modinfo.c: process_parm). What is said twice of one counts as said last.
   *
   * @param problems hears of a string that names no parameter, and is left out
   */
  static List<Parameter> of(Collection<Entry> entries, Consumer<String> problems) {
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    for (Entry entry : entries) {
      int colon = entry.value().indexOf(':');
      if (isOf(entry) && colon >= 0) {
        String name = entry.value().substring(0, colon);
        Parameter known = parameters.getOrDefault(name, new Parameter(name, null, null));
        parameters.put(name, known.with(entry.key(), entry.value().substring(colon + 1)));
      } else if (isOf(entry)) {
        problems.accept("Found invalid \"" + entry.key() + "=" + entry.value() + "\": missing ':'");
      }
    }
    List<Parameter> lastFirst = new ArrayList<>(parameters.values());
    Collections.reverse(lastFirst);
    return lastFirst;
  }
}
