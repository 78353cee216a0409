package org.moduletools.diagnosis;

import java.nio.file.Path;
import java.util.Locale;

/** The kernel's lockdown mode, which restricts even root (security/lockdown/lockdown.c). */
public enum Lockdown {
  /** Unknown: the kernel has no lockdown, or securityfs is not mounted. */
  UNKNOWN,
  NONE,
  /** Changes to the running kernel are prevented: modules need a signature. */
  INTEGRITY,
  /** Reading its secrets is prevented too. */
  CONFIDENTIALITY;

  /** The file with the mode, below the root. */
  public static final String PLACE = "sys/kernel/security/lockdown";

  /** Reads it; {@code root} is the folder that holds sys. */
  public static Lockdown read(Path root) {
    String text = KernelText.of(root.resolve(PLACE)).orElse("");
    for (Lockdown level : values()) {
      if (text.contains("[" + level + "]")) {
        return level;
      }
    }
    return UNKNOWN;
  }

  /** Returns whether it keeps unsigned modules out. */
  public boolean demandsSignatures() {
    return this == INTEGRITY || this == CONFIDENTIALITY;
  }

  /** Returns its name as the kernel spells it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
