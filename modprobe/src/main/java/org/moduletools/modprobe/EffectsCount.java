package org.moduletools.modprobe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.moduletools.kernel.KernelException;
import org.moduletools.kernel.LockTimeoutException;
import org.moduletools.kernel.RemoveFlag;
import org.moduletools.module.ModuleName;

/** Counts the modules that were loaded and the commands that were run; threads may share it. */
final class EffectsCount implements Effects {

  private final Effects effects;
  private final AtomicInteger count;

  /** Makes one that has {@code effects}. */
  EffectsCount(Effects effects) {
    this(effects, new AtomicInteger());
  }

  private EffectsCount(Effects effects, AtomicInteger count) {
    this.effects = effects;
    this.count = count;
  }

  int count() {
    return count.get();
  }

  @Override
  public void hold() throws LockTimeoutException {
    effects.hold();
  }

  @Override
  public void release() {
    effects.release();
  }

  @Override
  public void load(Path file, String parameters, boolean isNamed)
      throws KernelException, IOException {
    effects.load(file, parameters, isNamed);
    count.incrementAndGet();
  }

  @Override
  public void remove(ModuleName module, Set<RemoveFlag> flags) throws KernelException {
    effects.remove(module, flags);
  }

  /** Counts also what fails, which may have loaded something before. */
  @Override
  public int run(String command, ModuleName module) throws CommandLoopException, KernelException {
    int status = effects.run(command, module);
    count.incrementAndGet();
    return status;
  }

  @Override
  public Effects reportingTo(Consumer<String> warnings) {
    return new EffectsCount(effects.reportingTo(warnings), count);
  }
}
