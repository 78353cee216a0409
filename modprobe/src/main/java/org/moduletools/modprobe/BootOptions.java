package org.moduletools.modprobe;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moduletools.cli.FatalException;
import org.moduletools.cli.Host;
import org.moduletools.cli.Options;
import picocli.CommandLine.Option;

/** The options by which modprobe itself finds the modules to load, as at boot. */
final class BootOptions {

  @Option(
      names = "--coldplug",
      descriptionKey = Options.OWN,
      description = "Load the modules of all devices that this machine has.")
  boolean coldplug;

  @Option(
      names = "--load-lists",
      description = "Load what modules-load.d and the kernel command line list, or the lists that"
          + " are operands.")
  boolean loadLists;

  @Option(
      names = "--sys",
      descriptionKey = Options.OWN,
      paramLabel = "DIR",
      description = "With --coldplug: look for devices in this folder instead of /sys.")
  private @Nullable String sys;

  /** Returns whether no operand is needed. */
  boolean findsNames() {
    return coldplug || loadLists;
  }

  /** Returns the option that names the folder of devices, if it was given. */
  boolean namesSys() {
    return sys != null;
  }

  /** Returns the folder that has the devices; in an image, links lead within it. */
  Path devices(Host host) {
    Path parent = sys == null ? host.root().resolve("sys") : host.path(sys);
    return host.inSystem(parent.resolve("devices"));
  }

  /**
   * Ends the run if something else is asked for that these options leave no room for.
   *
   * @param others the options given that print something else
   * @param removes whether modules are to be removed
   */
  void requireNothingElse(List<String> operands, List<String> others, boolean removes) {
    String option = coldplug ? "--coldplug" : "--load-lists";
    if (removes || others.contains("-R")) {
      throw new FatalException(option + " only loads modules; leave out -r and -R");
    }
    if (!others.isEmpty()) {
      throw new FatalException(option + " only loads modules; leave out " + others.get(0));
    }
    if (sys != null && sys.isEmpty()) {
      throw new FatalException("--sys: the name of the folder is empty");
    }
    if (coldplug && loadLists) {
      throw new FatalException(
          "--coldplug and --load-lists are two runs; call modprobe once for each");
    }
    if (coldplug && !operands.isEmpty()) {
      throw new FatalException(
          option + " finds out itself what to load; leave out '" + operands.get(0) + "'");
    }
  }
}
