package org.moduletools.modprobe;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.moduletools.cli.Host;
import org.moduletools.cli.Options;
import picocli.CommandLine.Option;

/** The options by which modprobe finds out by itself what is to be loaded, as at boot. */
final class BootOptions {

  @Option(
      names = "--coldplug",
      descriptionKey = Options.OWN,
      description = "Load the modules of all devices that this machine has.")
  boolean coldplug;

  @Option(
      names = "--sys",
      descriptionKey = Options.OWN,
      paramLabel = "DIR",
      description = "With --coldplug: look for devices in this folder instead of /sys.")
  private @Nullable String sys;

  /** Returns whether no operand is needed. */
  boolean findsNames() {
    return coldplug;
  }

  /** Returns what names the folder of devices, if the user did. */
  boolean namesSys() {
    return sys != null;
  }

  /** Returns the folder that has the devices. */
  Path sys(Host host) {
    return sys == null ? host.root().resolve("sys") : host.path(sys);
  }
}
