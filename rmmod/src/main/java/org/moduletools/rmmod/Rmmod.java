package org.moduletools.rmmod;

import java.util.List;
import java.util.OptionalInt;
import org.moduletools.cli.Host;
import org.moduletools.cli.LockMessages;
import org.moduletools.cli.Messages;
import org.moduletools.cli.Options;
import org.moduletools.cli.Program;
import org.moduletools.cli.Severity;
import org.moduletools.kernel.LockMode;
import org.moduletools.kernel.LockTimeoutException;
import org.moduletools.loading.ChainLock;
import org.moduletools.module.ModuleName;
import org.moduletools.module.ModuleSuffix;

/** The program rmmod. */
public final class Rmmod implements Program {

  private final Options<RmmodOptions> commandLine =
      new Options<>("rmmod", new RmmodOptions(), options -> options.standard);

  @Override
  public String name() {
    return "rmmod";
  }

  @Override
  public int run(List<String> arguments, Host host) {
    OptionalInt ended = commandLine.read(arguments, host);
    if (ended.isPresent()) {
      return ended.getAsInt();
    }
    RmmodOptions options = commandLine.values();
    Severity threshold = Severity.threshold(Severity.WARNING, options.verbose.length);
    Messages messages = Messages.of(name(), host, options.syslog, threshold);
    if (options.standard.operands().isEmpty()) {
      messages.error("missing module name.");
      return 1;
    }
    LockMessages listener = new LockMessages(messages);
    try (ChainLock lock = new ChainLock(
            host.kernel(), LockMode.EXCLUSIVE, options.lock.timeout(host, messages), listener);
        Removal removal = new Removal(host, messages, options)) {
      return removeEach(options.standard.operands(), lock, removal, host, messages);
    }
  }

  /** Removes the modules, going on after one that cannot be removed; returns the exit status. */
  private static int removeEach(
      List<String> operands, ChainLock lock, Removal removal, Host host, Messages messages) {
    int status = 0;
    for (String operand : operands) {
      ModuleName module = module(operand, host);
      removal.settle(module);
      try {
        lock.take();
        status = removal.remove(module, operand) ? status : 1;
      } catch (LockTimeoutException locked) {
        messages.error("could not remove module " + operand + ": " + locked.getMessage());
        status = 1;
      } finally {
        lock.release();
      }
    }
    return status;
  }

  /**
   * Returns the module of {@code operand}: the one in that file, which need no longer exist, or the
   * one with that name. As in kmod a dot ends it (kmod 34, shared/util.c: modname_normalize).
   */
  private static ModuleName module(String operand, Host host) {
    boolean isFile = operand.indexOf('/') < 0
        || ModuleSuffix.isOn(operand)
        || host.existing(operand).isPresent();
    return isFile ? ModuleName.ofPath(operand) : new ModuleName(operand);
  }
}
