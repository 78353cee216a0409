package org.moduletools.modprobe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.moduletools.kernel.KernelException;
import org.moduletools.kernel.LockTimeoutException;
import org.moduletools.kernel.RemoveFlag;
import org.moduletools.module.ModuleName;

/** What modprobe does to the world; a dry run does none of it. */
interface Effects {

  /** Keeps other modprobes and rmmods out until {@link #release}, unless it does so already. */
  void hold() throws LockTimeoutException;

  /** Lets the others go on. */
  void release();

  /**
   * Loads the module in {@code file}.
   *
   * @param isNamed whether it is what the user asks for, not what that needs
   */
  void load(Path file, String parameters, boolean isNamed) throws KernelException, IOException;

  /** Removes {@code module}. */
  void remove(ModuleName module, Set<RemoveFlag> flags) throws KernelException;

  /**
   * Runs an install or remove command; lets the others go on meanwhile.
   *
   * @return its exit status as a shell would say
   * @throws CommandLoopException if commands have called each other too often
   * @throws KernelException if no process could be started
   */
  int run(String command, ModuleName module) throws CommandLoopException, KernelException;

  /** Does nothing, successfully. */
  Effects NONE = new Effects() {
    @Override
    public void hold() {}

    @Override
    public void release() {}

    @Override
    public void load(Path file, String parameters, boolean isNamed) {}

    @Override
    public void remove(ModuleName module, Set<RemoveFlag> flags) {}

    @Override
    public int run(String command, ModuleName module) {
      return 0;
    }
  };
}
