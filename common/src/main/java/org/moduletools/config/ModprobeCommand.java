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
   * {@code mask MODULE}. A further word makes it a bad line, lest a second module seem masked. kmod
   * has no such command (proposed in https://github.com/kmod-project/kmod/pull/312).
   */
  MASK(false) {
    @Override
    Optional<String> text(Words behindName) {
      return behindName.next().isEmpty() ? Optional.of("") : Optional.empty();
    }
  },

  /** {@code install PATTERN SHELL COMMAND}. */
  INSTALL,

  /** {@code remove PATTERN SHELL COMMAND}. */
  REMOVE,

  /** {@code alias PATTERN MODULE}. Further words do not count. */
  ALIAS {
    @Override
    Optional<String> text(Words afterName) {
      return afterName.next().flatMap(Alias::normalize);
    }
  },

  /**
   * {@code options NAME PARAMETERS}. TABs become blanks, since the kernel separates by blanks
   * alone.
   */
  OPTIONS {
    @Override
    Optional<String> text(Words afterName) {
      return afterName.rest().map(text -> text.replace('\t', ' '));
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

  /** {@code hasText} is whether the words after the name count. */
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
   * Returns whether a module's modinfo may state such a line. In depmod's files no other command
   * counts: a text from a module with a line end in it could otherwise be a command that root runs.
   */
  boolean isWishOfModule() {
    return this == SOFTDEP || this == WEAKDEP;
  }

  /** Returns the word that begins the line. */
  String word() {
    return word;
  }

  /**
   * Parses the words after the command. Returns nothing if the line is malformed (kmod 34,
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
   * Returns the text that a rule keeps of the words after the name, or nothing if a required word
   * is missing.
   */
  Optional<String> text(Words afterName) {
    return hasText ? afterName.rest() : Optional.of("");
  }

  /** Returns the text after the name in the output of {@code modprobe -c}. */
  String show(String text) {
    return hasText ? " " + text : "";
  }
}
