package org.moduletools.modprobe;

import java.io.PrintStream;
import org.moduletools.module.ModuleName;

/**
 * Prints a line for each module or command. There is one blank between a file or install command
 * and the options even if these are empty, as in kmod (tools/modprobe.c: print_action).
 */
final class ActionText implements ActionLog {

  private final PrintStream out;
  private final boolean shows;
  private final boolean precedes;

  /**
   * Prints on {@code out}, or nowhere.
   *
   * @param precedes whether an action follows each line, which may take long or never end: the user
   *     reads the line before it begins
   */
  ActionText(PrintStream out, boolean shows, boolean precedes) {
    this.out = out;
    this.shows = shows;
    this.precedes = precedes;
  }

  @Override
  public void insmod(ModuleName module, String file, String parameters) {
    print("insmod " + file + " " + parameters);
  }

  @Override
  public void install(ModuleName module, String command, String parameters) {
    print("install " + command + " " + parameters);
  }

  @Override
  public void builtin(ModuleName module) {
    print("builtin " + module);
  }

  @Override
  public void rmmod(ModuleName module) {
    print("rmmod " + module);
  }

  @Override
  public void remove(ModuleName module, String command) {
    print("remove " + command);
  }

  private void print(String line) {
    if (!shows) {
      return;
    }
    out.print(line + "\n");
    if (precedes) {
      out.flush();
    }
  }

  @Override
  public void close() {
    // each line is complete by itself
  }
}
