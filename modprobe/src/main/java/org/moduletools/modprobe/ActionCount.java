package org.moduletools.modprobe;

import java.util.concurrent.atomic.AtomicInteger;
import org.moduletools.module.ModuleName;

/** Counts the modules that are loaded and the commands that are run; threads may share it. */
final class ActionCount implements ActionLog {

  private final ActionLog log;
  private final AtomicInteger count = new AtomicInteger();

  /** Passes each call on to {@code log}. */
  ActionCount(ActionLog log) {
    this.log = log;
  }

  int count() {
    return count.get();
  }

  @Override
  public void insmod(ModuleName module, String file, String parameters) {
    count.incrementAndGet();
    log.insmod(module, file, parameters);
  }

  @Override
  public void install(ModuleName module, String command, String parameters) {
    count.incrementAndGet();
    log.install(module, command, parameters);
  }

  @Override
  public void builtin(ModuleName module) {
    log.builtin(module);
  }

  @Override
  public void rmmod(ModuleName module) {
    count.incrementAndGet();
    log.rmmod(module);
  }

  @Override
  public void remove(ModuleName module, String command) {
    count.incrementAndGet();
    log.remove(module, command);
  }

  @Override
  public void close() {
    log.close();
  }
}
