package org.moduletools.kernel;

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

  /** Returns the words for a message: {@code process 99 (rmmod, root)}. */
  @Override
  public String toString() {
    return pid == 0
        ? "a process that cannot be seen"
        : "process " + pid + " (" + command + ", " + user + ")";
  }
}
