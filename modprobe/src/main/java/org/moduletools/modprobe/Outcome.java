package org.moduletools.modprobe;

import java.util.Locale;

/** What modprobe would do about a module. */
enum Outcome {
  /** It would be loaded. */
  LOAD(true),
  /** It is loaded. */
  LOADED(true),
  /** It is a part of the kernel. */
  BUILTIN(true),
  /** A command would run in its place, which may load it. */
  COMMAND(true),
  /** A command would run in its place, which loads nothing. */
  DEAD_COMMAND(false),
  /** A blacklist line keeps it out. */
  BLACKLISTED(false),
  /** A mask line keeps it out. */
  MASKED(false),
  /** Its file cannot be had. */
  NO_FILE(false),
  /** The kernel would refuse it. */
  REFUSED(false);

  private final boolean good;

  Outcome(boolean good) {
    this.good = good;
  }

  /** Returns whether the module is there in the end, as far as modprobe knows. */
  boolean isGood() {
    return good;
  }

  /** Returns what JSON calls it. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
