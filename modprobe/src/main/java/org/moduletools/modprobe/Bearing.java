package org.moduletools.modprobe;

import java.util.Locale;

/** What a finding means for loading a module. */
enum Bearing {
  /** It is so. */
  FACT,
  /** It is not what one would expect, and stops nothing. */
  ODD,
  /** It keeps the module from being loaded. */
  STOP;

  /** Returns what JSON calls it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
