package org.moduletools.modprobe;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.moduletools.cli.FatalException;
import org.moduletools.cli.Host;
import org.moduletools.cli.LockMessages;
import org.moduletools.cli.Messages;
import org.moduletools.cli.Notes;
import org.moduletools.diagnosis.Cause;
import org.moduletools.kernel.LockMode;
import org.moduletools.loading.ChainLock;
import org.moduletools.loading.FileInserter;
import org.moduletools.loading.Transition;
import org.moduletools.module.KernelRelease;

/**
 * One call of modprobe.
 *
 * @param options the command line
 * @param host the world that the run sees
 * @param inheritedOptions {@code MODPROBE_OPTIONS} for commands
 * @param messages prints messages
 */
record Invocation(ModprobeOptions options, Host host, String inheritedOptions, Messages messages) {

  /** Returns the effects of the run, or with {@code -n} and the like effects that do nothing. */
  Effects effects(LockMode mode) {
    if (options.onlyShows()) {
      return Effects.NONE;
    }
    ChainLock lock = new ChainLock(
        host.kernel(), mode, options.lock.timeout(host, messages), new LockMessages(messages));
    FileInserter inserter =
        new FileInserter(host.kernel(), OptionSets.demands(options), messages::warning);
    CommandChain chain = CommandChain.of(host.environment());
    return new KernelEffects(host.machine(), inserter, lock, chain, inheritedOptions);
  }

  /** Returns the wait for modules in transition; with {@code -n} and the like it does not wait. */
  Transition transition() {
    Duration patience = options.onlyShows() ? Duration.ZERO : Transition.PATIENCE;
    return new Transition(host.kernel(), host.time(), patience, messages::warning);
  }

  /** Returns the log of actions for the user. */
  ActionLog actions() {
    return options.json
        ? new ActionJson(host)
        : new ActionText(host.out(), options.showsActions(), !options.onlyShows());
  }

  /** Returns the notes on the causes of failures. */
  Notes notes() {
    return new Notes(host, messages);
  }

  /** Returns the release of the running kernel; empty if it is about an image. */
  KernelRelease runningRelease() {
    return options.isOfImage() ? new KernelRelease("") : host.kernel().release();
  }

  /** Ends the run, or with {@code -a} warns and goes on with a status of failure. */
  int complain(String text) {
    return complain(text, List::of);
  }

  /** As above, with notes on {@code causes} after it. */
  int complain(String text, Supplier<List<Cause>> causes) {
    List<String> lines = notes().lines(causes);
    if (!options.all) {
      throw new FatalException(text, lines);
    }
    messages.warning(text);
    lines.forEach(messages::note);
    return 1;
  }
}
