package org.moduletools.modprobe;

import java.util.Locale;

/** The topic of a finding of {@code modprobe --explain}, in the order of output. */
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
