package org.moduletools.modprobe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import org.moduletools.kernel.KernelException;
import org.moduletools.kernel.RemoveFlag;
import org.moduletools.module.ModuleName;

/**
 * The effects of {@code effects}, under a lock that the caller takes and releases.
 *
 * @param effects the effects
 */
record HeldEffects(Effects effects) implements Effects {

  @Override
  public void hold() {
    // it is held
  }

  @Override
  public void release() {
    // others may need it
  }

  @Override
  public void load(Path file, String parameters, boolean isNamed)
      throws KernelException, IOException {
    effects.load(file, parameters, isNamed);
  }

  @Override
  public void remove(ModuleName module, Set<RemoveFlag> flags) throws KernelException {
    effects.remove(module, flags);
  }

  @Override
  public int run(String command, ModuleName module) throws CommandLoopException, KernelException {
    return effects.run(command, module);
  }

  @Override
  public Effects reportingTo(Consumer<String> warnings) {
    return new HeldEffects(effects.reportingTo(warnings));
  }
}
