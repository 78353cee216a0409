package org.moduletools.loading;

import java.util.List;

/** Module parameters in the kernel's form: one string of blank-separated {@code name=value}. */
public final class Parameters {

  private Parameters() {}

  /**
   * Joins the words of a command line. The shell has removed the quotes around {@code name="two
   * words"}, so a value with a blank that does not begin with a quote gets double quotes (kmod 34,
   * tools/opt.c: options_from_array).
   */
  public static String join(List<String> words) {
    StringBuilder joined = new StringBuilder();
    for (String word : words) {
      if (!joined.isEmpty()) {
        joined.append(' ');
      }
      joined.append(quoteValue(word));
    }
    return joined.toString();
  }

  private static String quoteValue(String word) {
    int equals = word.indexOf('=');
    if (equals < 0) {
      return word;
    }
    String value = word.substring(equals + 1);
    if (value.indexOf(' ') < 0 || value.startsWith("\"") || value.startsWith("'")) {
      return word;
    }
    return word.substring(0, equals + 1) + '"' + value + '"';
  }
}
