package org.moduletools.cli;

import java.util.List;

/**
 * One of the suite's programs, such as depmod, as its {@code main} and the multi-call executable
 * start it.
 */
public interface Program {

  /** Returns the program's name, which also begins its messages. */
  String name();

  /**
   * Runs the program once.
   *
   * @param arguments the arguments after the program's name
   * @param host the world that this run sees
   * @return the exit status, 0 or 1
   */
  int run(List<String> arguments, Host host);
}
