package org.moduletools.cli;

import java.util.List;

/**
 * One of the suite's programs, such as depmod: what its {@code main} and the multi-call executable
 * start.
 */
public interface Program {

  /** Returns the name that the program is called by and that begins its messages. */
  String name();

  /**
   * Runs the program once.
   *
   * @param arguments what stands behind the program's name
   * @param host the world that this run sees
   * @return the exit status, 0 or 1
   */
  int run(List<String> arguments, Host host);
}
