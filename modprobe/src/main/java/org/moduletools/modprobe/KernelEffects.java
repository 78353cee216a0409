package org.moduletools.modprobe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.moduletools.kernel.KernelException;
import org.moduletools.kernel.LockTimeoutException;
import org.moduletools.kernel.RemoveFlag;
import org.moduletools.loading.ChainLock;
import org.moduletools.loading.FileInserter;
import org.moduletools.machine.Machine;
import org.moduletools.module.ModuleName;

/**
 * The effects on the running kernel.
 *
 * @param machine the kernel, and the shell that runs commands
 * @param inserter loads files as the command line demands
 * @param lock keeps others out
 * @param chain the commands that led here
 * @param inheritedOptions {@code MODPROBE_OPTIONS} for commands
 */
record KernelEffects(
    Machine machine,
    FileInserter inserter,
    ChainLock lock,
    CommandChain chain,
    String inheritedOptions)
    implements Effects {

  @Override
  public void hold() throws LockTimeoutException {
    lock.take();
  }

  @Override
  public void release() {
    lock.release();
  }

  @Override
  public void load(Path file, String parameters, boolean isNamed)
      throws KernelException, IOException {
    (isNamed ? inserter : inserter.forNeeded()).insert(file, parameters);
  }

  @Override
  public void remove(ModuleName module, Set<RemoveFlag> flags) throws KernelException {
    machine.kernel().remove(module, flags);
  }

  @Override
  public int run(String command, ModuleName module) throws CommandLoopException, KernelException {
    lock.release();
    Map<String, String> variables = Map.of(
        "MODPROBE_MODULE",
        module.value(),
        EnvironmentOptions.VARIABLE,
        inheritedOptions,
        CommandChain.VARIABLE,
        chain.with(module));
    return machine.run(command, variables);
  }

  @Override
  public Effects reportingTo(Consumer<String> warnings) {
    return new KernelEffects(
        machine, inserter.reportingTo(warnings), lock, chain, inheritedOptions);
  }
}
