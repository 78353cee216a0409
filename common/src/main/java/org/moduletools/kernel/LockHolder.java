package org.moduletools.kernel;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A process that holds the lock on /proc/modules.
 *
 * @param pid its number, or 0 if it cannot be seen from here
 * @param command its name as /proc/PID/comm has it, control characters replaced
 * @param user its user's name, or number
 * @param powerful whether it could load or unload a module, or may be such a process
 */
public record LockHolder(long pid, String command, String user, boolean powerful) {

  /** A process that /proc does not show, such as one in another container. */
  static final LockHolder UNSEEN = new LockHolder(0, "unknown", "unknown", true);

  /** The number of holders that a message names; there may be thousands. */
  private static final int NAMED = 5;

  /**
   * Returns text for a message: {@code holders}, or the first of them and the number of the others.
   */
  public static String names(List<LockHolder> holders) {
    String names =
        holders.stream().limit(NAMED).map(LockHolder::toString).collect(Collectors.joining(", "));
    return holders.size() <= NAMED ? names : names + " and " + (holders.size() - NAMED) + " more";
  }

  /** Returns text for a message: {@code process 99 (rmmod, root)}. */
  @Override
  public String toString() {
    return pid == 0
        ? "a process that cannot be seen"
        : "process " + pid + " (" + command + ", " + user + ")";
  }
}
