package org.moduletools.module;

import java.util.Optional;

/**
 * The text form of a module alias: a name or an fnmatch pattern such as {@code pci:v00008086d*sv*}.
 */
public final class Alias {

  private Alias() {}

  /**
   * Returns {@code alias} with each {@code -} outside brackets replaced by {@code _}, or nothing if
   * a {@code [} or {@code ]} has no partner (kmod 34, shared/util.c: alias_normalize). Brackets do
   * not nest: {@code [} within brackets is an ordinary character.
   */
  public static Optional<String> normalize(String alias) {
    if (alias.indexOf('-') < 0 && alias.indexOf('[') < 0 && alias.indexOf(']') < 0) {
      return Optional.of(alias);
    }
    StringBuilder normal = new StringBuilder(alias.length());
    boolean inBrackets = false;
    for (int i = 0; i < alias.length(); i++) {
      char c = alias.charAt(i);
      if (c == ']' && !inBrackets) {
        return Optional.empty();
      }
      if (c == '[') {
        inBrackets = true;
      } else if (c == ']') {
        inBrackets = false;
      }
      normal.append(c == '-' && !inBrackets ? '_' : c);
    }
    return inBrackets ? Optional.empty() : Optional.of(normal.toString());
  }
}
