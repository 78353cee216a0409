package org.moduletools.modprobe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import org.moduletools.kernel.KernelException;
import org.moduletools.kernel.LockTimeoutException;
import org.moduletools.kernel.RemoveFlag;
import org.moduletools.module.ModuleName;

/** modprobe's changes to the system; a dry run makes none. */
interface Effects {

  /** Takes the lock on /proc/modules until {@link #release}, unless it is held already. */
  void hold() throws LockTimeoutException;

  /** Releases the lock. */
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

  /** Returns the same, which reports to {@code warnings} what loading a module costs it. */
  Effects reportingTo(Consumer<String> warnings);

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

    @Override
    public Effects reportingTo(Consumer<String> warnings) {
      return this;
    }
  };
}
