package org.moduletools.lsmod;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.moduletools.cli.Host;
import org.moduletools.cli.Messages;
import org.moduletools.cli.Options;
import org.moduletools.cli.Program;
import org.moduletools.cli.Severity;
import org.moduletools.files.IoReason;
import org.moduletools.kernel.KernelFiles;
import org.moduletools.kernel.LoadedModule;

/** The program lsmod, which is {@code kmod list} too. */
public final class Lsmod implements Program {

  private final String name;
  private final Options<LsmodOptions> commandLine;

  /** The program {@code lsmod}. */
  public Lsmod() {
    this("lsmod", "lsmod");
  }

  private Lsmod(String name, String command) {
    this.name = name;
    this.commandLine = new Options<>(command, new LsmodOptions(), options -> options.standard);
  }

  /** Returns the command {@code list} of kmod. */
  public static Lsmod asKmodList() {
    return new Lsmod("kmod", "list");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int run(List<String> arguments, Host host) {
    OptionalInt ended = commandLine.read(arguments, host);
    if (ended.isPresent()) {
      return ended.getAsInt();
    }
    LsmodOptions options = commandLine.values();
    Severity threshold = Severity.threshold(Severity.ERROR, options.verbose.length);
    Messages messages = Messages.of(name, host, options.syslog, threshold);
    if (!options.standard.operands().isEmpty()) {
      messages.error("too many arguments provided.");
      return 1;
    }
    Optional<Comparator<LoadedModule>> order =
        Optional.ofNullable(options.sort).flatMap(SortOrder::named);
    if (options.sort != null && order.isEmpty()) {
      messages.error("unknown order '" + options.sort + "': it is name, size or used");
      return 1;
    }
    try {
      List<LoadedModule> modules = new ArrayList<>(new KernelFiles(host.root()).loadedModulesNow());
      order.ifPresent(modules::sort);
      print(modules, options, host);
      return 0;
    } catch (IOException unreadable) {
      String reason = IoReason.of(unreadable);
      messages.error("could not open /proc/modules: " + reason);
      messages.error("could not get list of modules: " + reason);
      return 1;
    }
  }

  private static void print(List<LoadedModule> modules, LsmodOptions options, Host host) {
    if (options.json) {
      Listing.json(modules, host);
    } else if (options.tree) {
      UseTree.draw(modules, host.out());
    } else {
      Listing.table(modules, host.out());
    }
  }
}
