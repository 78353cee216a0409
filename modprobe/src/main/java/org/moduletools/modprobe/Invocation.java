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
 * @param options what is asked for
 * @param host the world in which that happens
 * @param inheritedOptions {@code MODPROBE_OPTIONS} for commands
 * @param messages what went wrong
 */
record Invocation(ModprobeOptions options, Host host, String inheritedOptions, Messages messages) {

  /** Returns how what is asked for is done, or what does nothing if it is to be shown only. */
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

  /** Returns what waits for modules that come or go; if it is to be shown only, it does not. */
  Transition transition() {
    Duration patience = options.onlyShows() ? Duration.ZERO : Transition.PATIENCE;
    return new Transition(host.kernel(), host.time(), patience, messages::warning);
  }

  /** Returns what the user is told of each step. */
  ActionLog actions() {
    return options.json
        ? new ActionJson(host)
        : new ActionText(host.out(), options.showsActions(), !options.onlyShows());
  }

  /** Returns what tells the user why something failed. */
  Notes notes() {
    return new Notes(host, messages);
  }

  /** Returns the release of the running kernel; empty if it is about an image. */
  KernelRelease runningRelease() {
    return options.root == null ? host.kernel().release() : new KernelRelease("");
  }

  /** Ends the run, or with {@code -a} warns and goes on with a status of failure. */
  int complain(String text) {
    return complain(text, List::of);
  }

  /** As above; {@code causes} are told behind it. */
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
