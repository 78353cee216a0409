package org.moduletools.modprobe;

import java.io.PrintStream;
import org.moduletools.module.ModuleName;

/**
 * Prints what is done, or in a dry run would be done: a line for each module or command. There is
 * one blank between a file or install command and the options even if these are empty, as in kmod
 * (tools/modprobe.c: print_action).
 */
final class ActionLog {

  private final PrintStream out;
  private final boolean shows;

  /** Makes one that prints on {@code out}, or nowhere. */
  ActionLog(PrintStream out, boolean shows) {
    this.out = out;
    this.shows = shows;
  }

  void insmod(String file, String parameters) {
    print("insmod " + file + " " + parameters);
  }

  void install(String command, String parameters) {
    print("install " + command + " " + parameters);
  }

  void builtin(ModuleName module) {
    print("builtin " + module);
  }

  void rmmod(ModuleName module) {
    print("rmmod " + module);
  }

  void remove(String command) {
    print("remove " + command);
  }

  private void print(String line) {
    if (shows) {
      out.print(line + "\n");
    }
  }
}
