package org.moduletools.config;

import java.util.Locale;
import java.util.Optional;
import org.moduletools.module.Alias;

/**
 * The commands of modprobe.d, in the order in which {@code modprobe -c} shows them (kmod 34,
 * tools/modprobe.c: show_config).
 */
enum ModprobeCommand {
  /** {@code blacklist MODULE}. Further words do not count. */
  BLACKLIST(false),

  /**
   * {@code mask MODULE}. Further words do not count. kmod has no such command (proposed in
   * https://github.com/kmod-project/kmod/pull/312).
   */
  MASK(false),

  /** {@code install PATTERN SHELL COMMAND}. */
  INSTALL,

  /** {@code remove PATTERN SHELL COMMAND}. */
  REMOVE,

  /** {@code alias PATTERN MODULE}. Further words do not count. */
  ALIAS {
    @Override
    Optional<String> text(Words behindName) {
      return behindName.next().flatMap(Alias::normalize);
    }
  },

  /**
   * {@code options NAME PARAMETERS}. The kernel would not take a TAB for a blank, so none is kept.
   */
  OPTIONS {
    @Override
    Optional<String> text(Words behindName) {
      return behindName.rest().map(text -> text.replace('\t', ' '));
    }
  },

  /** {@code softdep PATTERN pre: NAME... post: NAME...}. */
  SOFTDEP {
    @Override
    String show(String text) {
      return " " + Softdeps.parse(text);
    }
  },

  /** {@code weakdep PATTERN NAME...}. */
  WEAKDEP {
    @Override
    String show(String text) {
      return " " + String.join(" ", Softdeps.words(text));
    }
  };

  private final String word = name().toLowerCase(Locale.ROOT);
  private final boolean hasText;

  ModprobeCommand() {
    this(true);
  }

  /** {@code hasText} is whether anything after the name counts. */
  ModprobeCommand(boolean hasText) {
    this.hasText = hasText;
  }

  /** Returns the command that {@code word} stands for, if any. Case matters. */
  static Optional<ModprobeCommand> of(String word) {
    for (ModprobeCommand command : values()) {
      if (command.word.equals(word)) {
        return Optional.of(command);
      }
    }
    return Optional.empty();
  }

  /**
   * Returns whether a module's own wishes are told so. What depmod wrote holds texts from modules,
   * and one with a line end in it could be a command that root runs.
   */
  boolean isWishOfModule() {
    return this == SOFTDEP || this == WEAKDEP;
  }

  /** Returns the word that begins the line. */
  String word() {
    return word;
  }

  /**
   * Takes the rule from the words behind the command's own, or nothing if the line is bad (kmod 34,
   * libkmod/libkmod-config.c: kmod_config_parse).
   *
   * @param source where the line stands
   * @param ofModules whether depmod wrote the line
   */
  Optional<ModprobeRule> parse(Words words, ConfigSource source, boolean ofModules) {
    Optional<String> name = words.next().flatMap(Alias::normalize);
    Optional<String> text = text(words);
    if (name.isEmpty() || text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new ModprobeRule(this, name.get(), text.get(), source, ofModules));
  }

  /**
   * Takes what a rule keeps of the line behind the name, or nothing if what it needs is missing.
   */
  Optional<String> text(Words behindName) {
    return hasText ? behindName.rest() : Optional.of("");
  }

  /** Returns what stands behind the name in the output of {@code modprobe -c}. */
  String show(String text) {
    return hasText ? " " + text : "";
  }
}
