package org.moduletools.diagnosis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.moduletools.kernel.Kernel;
import org.moduletools.module.ModuleName;

/**
 * The last lines of the kernel's log about a module, if they are of these seconds: older ones may
 * be about another attempt.
 */
public final class KernelLog {

  private static final int MOST = 3;

  private static final Duration RECENT = Duration.ofSeconds(10);

  /** The clock of the log's stamps may differ from that of the system by one part in this many. */
  private static final int DRIFT = 10_000;

  /** The level and the whole seconds: {@code <4>[ 12.345678]}. */
  private static final Pattern STAMP = Pattern.compile("(?:<\\d+>)?\\[ *(\\d{1,12})\\.");

  private KernelLog() {}

  /**
   * Returns the lines, three at most, the oldest first, with their times as the kernel writes them;
   * none if there is none or this user may not read the log.
   */
  public static List<String> linesOf(ModuleName module, Kernel kernel) {
    List<String> lines = recentLines(kernel).stream()
        .filter(line -> isAbout(withoutStamps(line), module))
        .map(line -> line.substring(line.indexOf('>') + 1).strip())
        .toList();
    return lines.subList(Math.max(0, lines.size() - MOST), lines.size());
  }

  /** Returns all lines of these seconds, whole, and all without a stamp, which may be new. */
  static List<String> recentLines(Kernel kernel) {
    Duration now = kernel.uptime();
    Duration since = now.minus(RECENT).minus(now.dividedBy(DRIFT));
    return kernel.log().lines().filter(line -> !isBefore(since, line)).toList();
  }

  private static boolean isBefore(Duration since, String line) {
    Matcher stamp = STAMP.matcher(line);
    return stamp.lookingAt() && Long.parseLong(stamp.group(1)) < since.toSeconds();
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
