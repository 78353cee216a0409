package org.moduletools.modprobe;

import java.util.Locale;

/** What a finding means for loading a module. */
enum Bearing {
  /** A plain fact. */
  FACT,
  /** It is unusual, and does not prevent loading. */
  ODD,
  /** It keeps the module from being loaded. */
  STOP;

  /** Returns its name in JSON. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
