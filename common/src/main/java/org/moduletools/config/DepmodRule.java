package org.moduletools.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.moduletools.module.KernelRelease;
import org.moduletools.pattern.ExtendedRegex;

/**
 * A line of depmod.d.
 *
 * @param command its first word
 * @param words the words after it, at least as many as the command needs
 */
record DepmodRule(Command command, List<String> words) {

  /** The pattern of every release. */
  private static final String ALL = "*";

  /** The commands of depmod.d. */
  enum Command {
    /** {@code search WORD...}. */
    SEARCH("search", 0),
    /** {@code override MODULE RELEASE SUBDIRECTORY}. Further words do not count. */
    OVERRIDE("override", 3),
    /** {@code external RELEASE DIRECTORY}. Further words do not count. */
    EXTERNAL("external", 2),
    /** {@code exclude NAME...}. */
    EXCLUDE("exclude", 0),
    /** {@code make_map_files yes|no}. Further words do not count. */
    MAKE_MAP_FILES("make_map_files", 1) {
      @Override
      Optional<DepmodRule> rule(List<String> words) {
        return super.rule(words).filter(rule -> YES_OR_NO.contains(words.get(0)));
      }
    };

    private static final Set<String> YES_OR_NO = Set.of("yes", "no");

    private final String word;
    private final int needs;

    Command(String word, int needs) {
      this.word = word;
      this.needs = needs;
    }

    /** Returns the command that {@code word} stands for, if any. Case matters. */
    static Optional<Command> of(String word) {
      for (Command command : values()) {
        if (command.word.equals(word)) {
          return Optional.of(command);
        }
      }
      return Optional.empty();
    }

    /** Returns the rule with {@code words}, or nothing if there are too few. */
    Optional<DepmodRule> rule(List<String> words) {
      return words.size() < needs ? Optional.empty() : Optional.of(new DepmodRule(this, words));
    }
  }

  /** Copies {@code words}. */
  DepmodRule {
    words = List.copyOf(words);
  }

  /** Returns the pattern of the releases that the line is for; {@link #ALL} if it has none. */
  String pattern() {
    return switch (command) {
      case OVERRIDE -> words.get(1);
      case EXTERNAL -> words.get(0);
      default -> ALL;
    };
  }

  /** Returns whether the pattern is {@code *} or a POSIX extended regular expression. */
  boolean hasSoundPattern() {
    return pattern().equals(ALL) || ExtendedRegex.compile(pattern()).isPresent();
  }

  /**
   * Returns whether the pattern is found anywhere in {@code release}. A malformed expression
   * matches nothing.
   */
  boolean isFor(KernelRelease release) {
    return pattern().equals(ALL)
        || ExtendedRegex.compile(pattern())
            .filter(regex -> regex.isFoundIn(release.value()))
            .isPresent();
  }
}
