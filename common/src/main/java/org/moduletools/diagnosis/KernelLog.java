package org.moduletools.diagnosis;

import java.util.ArrayList;
import java.util.List;
import org.moduletools.kernel.Kernel;
import org.moduletools.module.ModuleName;

/** The last lines of the kernel's log about a module. */
public final class KernelLog {

  private static final int MOST = 3;

  private KernelLog() {}

  /**
   * Returns the lines, three at most, the oldest first, with their times as the kernel writes them;
   * none if there is none or this user may not read the log.
   */
  public static List<String> linesOf(ModuleName module, Kernel kernel) {
    List<String> lines = new ArrayList<>();
    for (String line : kernel.log().split("\n", -1)) {
      if (isAbout(withoutStamps(line), module)) {
        lines.add(line.substring(line.indexOf('>') + 1).strip());
      }
    }
    return List.copyOf(lines.subList(Math.max(0, lines.size() - MOST), lines.size()));
  }

  /** Takes off the level and the time: {@code <4>[ 12.345678] }. */
  private static String withoutStamps(String line) {
    int end = line.startsWith("<") ? line.indexOf('>') + 1 : 0;
    if (line.startsWith("[", end)) {
      end = line.indexOf(']', end) + 1;
    }
    return line.substring(end).strip();
  }

  private static boolean isAbout(String text, ModuleName module) {
    int colon = text.indexOf(':');
    int blank = text.indexOf(' ');
    return colon > 0
        && (blank < 0 || colon < blank)
        && new ModuleName(text.substring(0, colon)).equals(module);
  }

  static List<Cause> causes(ModuleName module, Kernel kernel) {
    List<Cause> causes = new ArrayList<>();
    for (String line : linesOf(module, kernel)) {
      causes.add(() -> "the kernel's log: " + line);
    }
    return causes;
  }
}
