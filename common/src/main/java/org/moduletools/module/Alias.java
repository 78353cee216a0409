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
    char[] normal = alias.toCharArray();
    boolean inBrackets = false;
    boolean isChanged = false;
    for (int i = 0; i < normal.length; i++) {
      if (normal[i] == ']' && !inBrackets) {
        return Optional.empty();
      }
      if (normal[i] == '[') {
        inBrackets = true;
      } else if (normal[i] == ']') {
        inBrackets = false;
      } else if (normal[i] == '-' && !inBrackets) {
        normal[i] = '_';
        isChanged = true;
      }
    }
    if (inBrackets) {
      return Optional.empty();
    }
    return Optional.of(isChanged ? new String(normal) : alias);
  }
}
