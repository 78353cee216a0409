package org.moduletools.modindex;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
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
import org.moduletools.index.IndexFile;

/**
 * The program modindex, as module-init-tools had it: it makes an index of lines, prints one, or
 * looks a name up. Its status shows whether something was found.
 */
public final class Modindex implements Program {

  private final Options<ModindexOptions> commandLine =
      new Options<>("modindex", new ModindexOptions(), options -> options.standard);

  @Override
  public String name() {
    return "modindex";
  }

  @Override
  public int run(List<String> arguments, Host host) {
    OptionalInt ended = commandLine.read(arguments, host);
    if (ended.isPresent()) {
      return ended.getAsInt();
    }
    ModindexOptions options = commandLine.values();
    Messages messages = Messages.of(name(), host, false, Severity.WARNING);
    try {
      return run(options, host, messages);
    } catch (FatalException fatal) {
      messages.say(Severity.FATAL, fatal.text());
    } catch (InvalidPathException unnameable) {
      messages.say(Severity.FATAL, "not a file name in this locale: " + unnameable.getInput());
    }
    return 1;
  }

  private static int run(ModindexOptions options, Host host, Messages messages) {
    if (!options.isComplete()) {
      messages.error("give one of -o, -d, -s and -w, and one index. See -h.");
      return 1;
    }
    if (options.output != null) {
      IndexMaker.make(host.in(), host.path(options.output), options.output);
      return 0;
    }
    return look(options, host);
  }

  private static int look(ModindexOptions options, Host host) {
    String shown = options.standard.operands().get(0);
    Path path = host.path(shown);
    if (!Files.exists(path)) {
      throw new FatalException("could not open " + shown + ": No such file or directory");
    }
    try {
      Optional<IndexFile> opened = IndexFile.open(path);
      if (opened.isEmpty()) {
        return options.dump ? 0 : 1; // as kmod leaves the file where there is nothing to index
      }
      try (IndexFile index = opened.get()) {
        return look(options, index, host.out());
      }
    } catch (IOException unreadable) {
      throw new FatalException("could not read " + shown + ": " + unreadable.getMessage());
    }
  }

  private static int look(ModindexOptions options, IndexFile index, PrintStream out)
      throws IOException {
    if (options.dump) {
      index.forEach((key, value) -> out.print(key + " " + value + "\n"));
      return 0;
    }
    List<String> values = options.search != null
        ? index.search(options.search).stream().toList()
        : index.searchWild(String.valueOf(options.searchWild));
    values.forEach(value -> out.print(value + "\n"));
    return values.isEmpty() ? 1 : 0;
  }
}
