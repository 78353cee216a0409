package org.moduletools.modprobe;

import java.util.Map;

/** Runs commands as system(3) does. */
@FunctionalInterface
public interface Shell {

  /**
   * Runs {@code command} by {@code /bin/sh -c} and waits for its end.
   *
   * @param variables environment variables that it gets besides ours
   * @return its exit status, or 128 and the number of the signal that ended it, as a shell would
   *     say
   */
  int run(String command, Map<String, String> variables);
}
