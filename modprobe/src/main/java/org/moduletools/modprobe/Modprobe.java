package org.moduletools.modprobe;

import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.moduletools.cli.FatalException;
import org.moduletools.cli.Host;
import org.moduletools.cli.Messages;
import org.moduletools.cli.Options;
import org.moduletools.cli.Program;
import org.moduletools.cli.Severity;

/** The program modprobe. */
public final class Modprobe implements Program {

  private final Options<ModprobeOptions> commandLine =
      new Options<>("modprobe", new ModprobeOptions(), options -> options.standard);

  @Override
  public String name() {
    return "modprobe";
  }

  @Override
  public int run(List<String> arguments, Host host) {
    String inherited = host.environment().getOrDefault(EnvironmentOptions.VARIABLE, "");
    List<String> words = new ArrayList<>(EnvironmentOptions.parse(inherited));
    words.addAll(arguments);
    OptionalInt ended = commandLine.read(words, host);
    if (ended.isPresent()) {
      return ended.getAsInt();
    }
    ModprobeOptions options = commandLine.values();
    Messages messages = Messages.of(
        name(), host, options.syslog, Severity.threshold(Severity.WARNING, options.verbose.length));
    if (options.quiet && !options.lacksNames()) {
      messages.silence();
    }
    try {
      String forCommands = EnvironmentOptions.inherit(inherited, options);
      Host system = options.root == null ? host : host.ofImage(options.root);
      return new ModprobeRun(new Invocation(options, system, forCommands, messages)).act();
    } catch (FatalException fatal) {
      messages.say(Severity.FATAL, fatal.text());
      fatal.notes().forEach(messages::note);
    } catch (InvalidPathException unnameable) {
      messages.say(Severity.FATAL, "not a file name in this locale: " + unnameable.getInput());
    }
    return 1;
  }
}
