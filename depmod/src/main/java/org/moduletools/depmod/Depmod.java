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

/** Writes the files by which modprobe finds modules and their dependencies. */
public final class Depmod implements Program {

  private final Options<DepmodOptions> commandLine =
      new Options<>("depmod", new DepmodOptions(), options -> options.standard());

  @Override
  public String name() {
    return "depmod";
  }

  @Override
  public int run(List<String> arguments, Host host) {
    OptionalInt ended = commandLine.read(arguments, host);
    if (ended.isPresent()) {
      return ended.getAsInt();
    }
    DepmodOptions options = commandLine.values();
    Messages messages =
        Messages.of(name(), host, false, Severity.threshold(Severity.WARNING, options.verbosity()));
    try {
      Host system = options.root().map(host::ofImage).orElse(host);
      return new DepmodRun(options, system, messages).run();
    } catch (FatalException fatal) {
      messages.say(Severity.FATAL, fatal.text());
      fatal.notes().forEach(messages::note);
    } catch (InvalidPathException unnameable) {
      messages.say(Severity.FATAL, "not a file name in this locale: " + unnameable.getInput());
    }
    return 1;
  }
}
