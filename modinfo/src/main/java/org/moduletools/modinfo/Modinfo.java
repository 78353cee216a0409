package org.moduletools.modinfo;

import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.moduletools.cli.Host;
import org.moduletools.cli.Messages;
import org.moduletools.cli.Options;
import org.moduletools.cli.Program;
import org.moduletools.cli.Severity;
import org.moduletools.index.ModuleDirectory;

/** The program modinfo. */
public final class Modinfo implements Program {

  private final Options<ModinfoOptions> commandLine =
      new Options<>("modinfo", new ModinfoOptions(), options -> options.standard);

  @Override
  public String name() {
    return "modinfo";
  }

  @Override
  public int run(List<String> arguments, Host host) {
    commandLine.values().forgetField();
    OptionalInt ended = commandLine.read(arguments, host);
    if (ended.isPresent()) {
      return ended.getAsInt();
    }
    ModinfoOptions options = commandLine.values();
    Messages messages = Messages.of(name(), host, false, Severity.ERROR);
    if (options.standard.operands().isEmpty()) {
      messages.error("missing module or filename.");
      return 1;
    }
    String release =
        options.setVersion == null ? host.kernel().release().value() : options.setVersion;
    String directory = host.moduleDirectory(Optional.ofNullable(options.baseDirectory), release);
    try (Catalog catalog = catalog(directory, host, messages)) {
      return new ModinfoRun(options, host, catalog, messages).act();
    } catch (InvalidPathException unnameable) {
      messages.error("not a file name in this locale: " + unnameable.getInput());
      return 1;
    }
  }

  private static Catalog catalog(String directory, Host host, Messages messages) {
    return new Catalog(new ModuleDirectory(host.path(directory)), directory, messages::error);
  }
}
