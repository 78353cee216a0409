package org.moduletools.kmod;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.moduletools.cli.FatalException;
import org.moduletools.cli.Host;
import org.moduletools.cli.Options;
import org.moduletools.files.IoReason;
import org.moduletools.index.DeviceNode;
import org.moduletools.index.ModuleDirectory;

/**
 * The command {@code kmod static-nodes}: prints the device nodes of modules.devname (kmod 34,
 * tools/static-nodes.c). A malformed line is reported, and sets the exit status.
 */
final class StaticNodes {

  private final Options<StaticNodesOptions> commandLine =
      new Options<>("static-nodes", new StaticNodesOptions(), options -> options.standard);

  /** Runs it once with the arguments after the command's name; returns the exit status. */
  int run(List<String> arguments, Host host) {
    OptionalInt ended = commandLine.read(arguments, host);
    if (ended.isPresent()) {
      return ended.getAsInt();
    }
    StaticNodesOptions options = commandLine.values();
    Optional<Function<DeviceNode, String>> format = format(options.format);
    if (format.isEmpty()) {
      host.err().print("Unknown format: '" + options.format + "'.\n");
      commandLine.printHelp(host);
      return 1;
    }
    try {
      Host system = options.root == null ? host : host.ofImage(options.root);
      return print(system, format.get(), options);
    } catch (FatalException fatal) {
      host.err().print("Error: " + fatal.text() + "\n");
      return 1;
    }
  }

  private static int print(
      Host host, Function<DeviceNode, String> format, StaticNodesOptions options) {
    Path folder = host.inSystem(host.moduleDirectory(host.kernel().release()));
    Path source = new ModuleDirectory(folder).file(ModuleDirectory.Entry.DEVNAME);
    try {
      return print(lines(source), format, options, host);
    } catch (NoSuchFileException absent) {
      host.err().print("Warning: " + source + " not found - ignoring\n");
      return 0;
    } catch (IOException unreadable) {
      host.err().print("Error: could not read " + source + ": " + IoReason.of(unreadable) + "\n");
      return 1;
    }
  }

  private static Optional<Function<DeviceNode, String>> format(String name) {
    return switch (name) {
      case "human" -> Optional.of(NodeFormat::human);
      case "tmpfiles" -> Optional.of(NodeFormat::tmpfiles);
      case "devname" -> Optional.of(DeviceNode::line);
      default -> Optional.empty();
    };
  }

  private static List<String> lines(Path file) throws IOException {
    return new String(Files.readAllBytes(file), ISO_8859_1).lines().toList();
  }

  private static int print(
      List<String> lines,
      Function<DeviceNode, String> format,
      StaticNodesOptions options,
      Host host) {
    StringBuilder text = new StringBuilder();
    int status = 0;
    for (String line : lines) {
      if (line.startsWith("#")) {
        continue;
      }
      Optional<DeviceNode> node = DeviceNode.parse(line);
      if (node.isPresent()) {
        text.append(format.apply(node.get()));
      } else {
        host.err().print("Error: invalid devname entry: " + line + "\n");
        status = 1;
      }
    }
    if (options.output == null) {
      host.out().print(text);
      return status;
    }
    try {
      WholeFile.write(host.path(options.output), text.toString().getBytes(ISO_8859_1));
      return status;
    } catch (InvalidPathException unnameable) {
      host.err().print("Error: not a file name in this locale: " + options.output + "\n");
      return 1;
    } catch (IOException failed) {
      host.err()
          .print("Error: could not create " + options.output + ": " + IoReason.of(failed) + "\n");
      return 1;
    }
  }
}
