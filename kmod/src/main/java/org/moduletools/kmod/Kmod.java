package org.moduletools.kmod;

import java.util.List;
import java.util.OptionalInt;
import org.moduletools.cli.Host;
import org.moduletools.cli.Options;
import org.moduletools.cli.Program;

/** The program kmod: it runs the command that its first operand names. */
public final class Kmod implements Program {

  private final Options<KmodOptions> commandLine =
      new Options<>("kmod", new KmodOptions(), options -> options.standard);
  private final StaticNodes staticNodes = new StaticNodes();

  private final Program list;

  /** {@code list} is the program of the command {@code list}. */
  public Kmod(Program list) {
    this.list = list;
  }

  @Override
  public String name() {
    return "kmod";
  }

  @Override
  public int run(List<String> arguments, Host host) {
    OptionalInt ended = commandLine.readBeforeCommand(arguments, host);
    if (ended.isPresent()) {
      return ended.getAsInt();
    }
    KmodOptions options = commandLine.values();
    if (options.standard.operands().isEmpty()) {
      host.err().print("missing command\n");
      commandLine.printHelp(host);
      return 1;
    }
    String command = options.standard.operands().get(0);
    List<String> rest =
        options.standard.operands().subList(1, options.standard.operands().size());
    switch (command) {
      case "help" -> {
        commandLine.printHelp(host);
        return 0;
      }
      case "list" -> {
        return list.run(rest, host);
      }
      case "static-nodes" -> {
        return staticNodes.run(rest, host);
      }
      default -> {
        host.err().print("invalid command '" + command + "'\n");
        commandLine.printHelp(host);
        return 1;
      }
    }
  }
}
