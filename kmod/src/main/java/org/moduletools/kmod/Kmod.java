package org.moduletools.kmod;

import java.util.List;
import java.util.OptionalInt;
import org.moduletools.cli.Host;
import org.moduletools.cli.Options;
import org.moduletools.cli.Program;

/** The program kmod: it runs the command that its first operand names. */
public final class Kmod implements Program {

  private final Program list;

  /** Makes one whose command {@code list} is this program. */
  public Kmod(Program list) {
    this.list = list;
  }

  @Override
  public String name() {
    return "kmod";
  }

  @Override
  public int run(List<String> arguments, Host host) {
    KmodOptions options = new KmodOptions();
    OptionalInt ended =
        Options.readBeforeCommand(name(), options, options.standard, arguments, host);
    if (ended.isPresent()) {
      return ended.getAsInt();
    }
    if (options.operands.isEmpty()) {
      host.err().print("missing command\n");
      Options.printHelp(options, host);
      return 1;
    }
    String command = options.operands.get(0);
    List<String> rest = options.operands.subList(1, options.operands.size());
    switch (command) {
      case "help" -> {
        Options.printHelp(options, host);
        return 0;
      }
      case "list" -> {
        return list.run(rest, host);
      }
      case "static-nodes" -> {
        return StaticNodes.run(rest, host);
      }
      default -> {
        host.err().print("invalid command '" + command + "'\n");
        Options.printHelp(options, host);
        return 1;
      }
    }
  }
}
