package org.moduletools.modulefile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The strings of a module's {@code .modinfo} section, in section order. They have one character for
 * each byte, since a module does not state its encoding; most that are not ASCII are UTF-8.
 *
 * @param entries one for each string
 */
public record Modinfo(List<Entry> entries) {

  /** That of a module without strings. */
  public static final Modinfo EMPTY = new Modinfo(List.of());

  /** Copies {@code entries}. */
  public Modinfo {
    entries = List.copyOf(entries);
  }

  /**
   * One string {@code key=value}.
   *
   * @param key the text before the first {@code =}, or all of it
   * @param value the text after it, or nothing
   */
  public record Entry(String key, String value) {

    /** Returns whether it is about a parameter. */
    public boolean isOfParameter() {
      return key.equals(ModuleParameter.TEXT_KEY) || key.equals(ModuleParameter.TYPE_KEY);
    }
  }

  /** Returns the values of {@code key}, in section order. */
  public List<String> values(String key) {
    int count = 0;
    for (Entry entry : entries) {
      count += entry.key().equals(key) ? 1 : 0;
    }
    if (count == 0) {
      return List.of();
    }
    String[] values = new String[count];
    count = 0;
    for (Entry entry : entries) {
      if (entry.key().equals(key)) {
        values[count++] = entry.value();
      }
    }
    return List.of(values);
  }

  /**
   * Returns the parameters in reverse order of their strings, as modinfo prints them (kmod 34,
   * tools/modinfo.c: process_parm). Of two strings with the same key for one parameter the last
   * counts.
   */
  public List<ModuleParameter> parameters() {
    return parameters(malformed -> {});
  }

  /**
   * As {@link #parameters()}.
   *
   * @param malformed receives each string for a parameter that names none
   */
  public List<ModuleParameter> parameters(Consumer<Entry> malformed) {
    Map<String, ModuleParameter> parameters = new LinkedHashMap<>();
    for (Entry entry : entries) {
      int colon = entry.value().indexOf(':');
      if (entry.isOfParameter() && colon >= 0) {
        String name = entry.value().substring(0, colon);
        ModuleParameter known = parameters.getOrDefault(name, ModuleParameter.named(name));
        parameters.put(name, known.with(entry.key(), entry.value().substring(colon + 1)));
      } else if (entry.isOfParameter()) {
        malformed.accept(entry);
      }
    }
    List<ModuleParameter> lastFirst = new ArrayList<>(parameters.values());
    Collections.reverse(lastFirst);
    return lastFirst;
  }
}
