package org.moduletools.modindex;

import java.nio.file.Path;
import java.util.List;
import org.moduletools.cli.ProcessHost;
import org.moduletools.linux.Linux;

/** Starts modindex as a process. */
public final class Main {

  private Main() {}

  /** Runs modindex and ends the process with its status. */
  public static void main(String[] arguments) {
    System.exit(ProcessHost.run(new Modindex(), List.of(arguments), new Linux(Path.of("/"))));
  }
}
