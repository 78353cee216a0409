package org.moduletools.modinfo;

import java.nio.file.Path;
import java.util.List;
import org.moduletools.cli.ProcessHost;
import org.moduletools.linux.Linux;

/** Starts modinfo as a process. */
public final class Main {

  private Main() {}

  /** Runs modinfo and ends the process with its status. */
  public static void main(String[] arguments) {
    System.exit(ProcessHost.run(new Modinfo(), List.of(arguments), new Linux(Path.of("/"))));
  }
}
