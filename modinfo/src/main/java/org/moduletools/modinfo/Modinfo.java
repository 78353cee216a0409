package org.moduletools.modinfo;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.moduletools.cli.FatalException;
import org.moduletools.cli.Host;
import org.moduletools.cli.Messages;
import org.moduletools.cli.Options;
import org.moduletools.cli.Program;
import org.moduletools.cli.Severity;
import org.moduletools.config.ModprobeConfig;
import org.moduletools.tree.ModuleTree;

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
    Messages messages = Messages.of(name(), host, false, Severity.NOTE);
    if (options.standard.operands().isEmpty()) {
      messages.error("missing module or filename.");
      return 1;
    }
    try {
      Host system = options.root == null ? host : host.ofImage(options.root);
      String release =
          options.setVersion == null ? system.kernel().release().value() : options.setVersion;
      String directory =
          system.moduleDirectory(Optional.ofNullable(options.baseDirectory), release);
      Path folder = host.path(directory);
      try (ModuleTree tree = ModuleTree.open(folder, ModprobeConfig.EMPTY, messages::error)) {
        Catalog catalog = new Catalog(tree, folder, directory);
        return new ModinfoRun(options, host, catalog, messages).act();
      }
    } catch (FatalException fatal) {
      messages.error(fatal.text());
      return 1;
    } catch (InvalidPathException unnameable) {
      messages.error("not a file name in this locale: " + unnameable.getInput());
      return 1;
    }
  }
}
