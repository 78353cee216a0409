package org.moduletools.modprobe;

import java.util.Locale;

/** What a finding of {@code modprobe --explain} is about, in the order in which it is told. */
enum Topic {
  LOOKUP,
  CONFIG,
  MASK,
  BLACKLIST,
  INSTALL,
  REMOVE,
  OPTIONS,
  SOFTDEP,
  WEAKDEP,
  NEEDS,
  FILE,
  BUILT,
  KERNEL,
  STATE,
  VALUES;

  /** Returns the word that stands in front of the finding. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
