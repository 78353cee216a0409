package org.moduletools.depmod;

import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.OptionalInt;
import org.moduletools.cli.FatalException;
import org.moduletools.cli.Host;
import org.moduletools.cli.Messages;
import org.moduletools.cli.Options;
import org.moduletools.cli.Program;
import org.moduletools.cli.Severity;

/** Writes the files by which modprobe finds modules and what they need. */
public final class Depmod implements Program {

  @Override
  public String name() {
    return "depmod";
  }

  @Override
  public int run(List<String> arguments, Host host) {
    DepmodOptions options = new DepmodOptions();
    OptionalInt ended = Options.read(name(), options, options.standard(), arguments, host);
    if (ended.isPresent()) {
      return ended.getAsInt();
    }
    Messages messages = new Messages(name(), host.err(), threshold(options.verbosity()));
    try {
      return new DepmodRun(options, host, messages).run();
    } catch (FatalException fatal) {
      messages.say(Severity.FATAL, fatal.text());
    } catch (InvalidPathException unnameable) {
      messages.say(Severity.FATAL, "not a file name in this locale: " + unnameable.getInput());
    }
    return 1;
  }

  /** Warnings are shown, and one more severity for each {@code -v}. */
  private static Severity threshold(int verbosity) {
    return switch (verbosity) {
      case 0 -> Severity.WARNING;
      case 1 -> Severity.NOTICE;
      case 2 -> Severity.INFO;
      default -> Severity.DEBUG;
    };
  }
}
