package org.moduletools.config;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.moduletools.pattern.Fnmatch;

/**
 * The rules of one command, indexed by name. A configuration may be as long as modules.alias, and
 * is searched several times for each module.
 */
final class RuleTable {

  /** The characters that end the literal beginning of a pattern. */
  private static final String WILDCARDS = "*?[\\";

  private final List<ModprobeRule> rules;

  /** The positions of rules by the literal beginning of their name, up to its first wildcard. */
  private final Map<String, List<Integer>> byBeginning = new HashMap<>();

  /** The lengths of these beginnings. */
  private final BitSet lengths = new BitSet();

  /** Makes the table of {@code rules}, which keep their order. */
  RuleTable(List<ModprobeRule> rules) {
    this.rules = List.copyOf(rules);
    for (int i = 0; i < rules.size(); i++) {
      String beginning = beginning(rules.get(i).name());
      byBeginning.computeIfAbsent(beginning, unknown -> new ArrayList<>(1)).add(i);
      lengths.set(beginning.length());
    }
  }

  private static String beginning(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      if (WILDCARDS.indexOf(pattern.charAt(i)) >= 0) {
        return pattern.substring(0, i);
      }
    }
    return pattern;
  }

  /** Returns all rules. */
  List<ModprobeRule> rules() {
    return rules;
  }

  /** Returns the rules with a pattern that matches {@code name}. */
  List<ModprobeRule> matching(String name) {
    BitSet found = new BitSet();
    int length = lengths.nextSetBit(0);
    while (length >= 0 && length <= name.length()) {
      for (int i : byBeginning.getOrDefault(name.substring(0, length), List.of())) {
        if (Fnmatch.matches(rules.get(i).name(), name)) {
          found.set(i);
        }
      }
      length = lengths.nextSetBit(length + 1);
    }
    return at(found);
  }

  /** Returns the rules with exactly one of {@code names}. */
  List<ModprobeRule> named(String... names) {
    if (rules.isEmpty()) {
      return rules;
    }
    BitSet found = new BitSet();
    for (String name : names) {
      for (int i : byBeginning.getOrDefault(beginning(name), List.of())) {
        if (rules.get(i).name().equals(name)) {
          found.set(i);
        }
      }
    }
    return at(found);
  }

  private List<ModprobeRule> at(BitSet positions) {
    List<ModprobeRule> found = new ArrayList<>();
    for (int i = positions.nextSetBit(0); i >= 0; i = positions.nextSetBit(i + 1)) {
      found.add(rules.get(i));
    }
    return found;
  }
}
