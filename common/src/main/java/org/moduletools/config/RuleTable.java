package org.moduletools.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
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
    List<Integer> found = new ArrayList<>();
    int length = lengths.nextSetBit(0);
    while (length >= 0 && length <= name.length()) {
      for (int i : byBeginning.getOrDefault(name.substring(0, length), List.of())) {
        if (Fnmatch.matches(rules.get(i).name(), name)) {
          found.add(i);
        }
      }
      length = lengths.nextSetBit(length + 1);
    }
    return inOrder(found);
  }

  /** Returns the rules with exactly one of {@code names}. */
  List<ModprobeRule> named(String... names) {
    List<Integer> found = new ArrayList<>();
    for (String name : new HashSet<>(Arrays.asList(names))) {
      for (int i : byBeginning.getOrDefault(beginning(name), List.of())) {
        if (rules.get(i).name().equals(name)) {
          found.add(i);
        }
      }
    }
    return inOrder(found);
  }

  private List<ModprobeRule> inOrder(List<Integer> found) {
    Collections.sort(found);
    return found.stream().map(rules::get).toList();
  }
}
