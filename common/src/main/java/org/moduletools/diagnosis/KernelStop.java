package org.moduletools.diagnosis;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.moduletools.module.ModuleName;

/** Settings of the running kernel that keep all modules out, or one by its name. */
public enum KernelStop implements Cause {
  /** It was built without modules. */
  NO_MODULES("this kernel has no modules: it was built without CONFIG_MODULES, and /proc/modules is"
      + " missing"),
  /** No module may be loaded or removed until the next boot. */
  DISABLED("/proc/sys/kernel/modules_disabled is 1: no module goes in or out before the next boot;"
      + " sysctl.conf(5) or sysctl.d may set it"),
  /** The kernel command line names the module. */
  BLACKLISTED("module_blacklist= on the kernel command line names it (/proc/cmdline); take it out"
      + " in the boot loader's configuration");

  private final String words;

  KernelStop(String words) {
    this.words = words;
  }

  /** Returns all that keep {@code module} out; {@code root} is the folder that holds proc. */
  public static Set<KernelStop> find(ModuleName module, Path root) {
    Set<KernelStop> stops = ofAll(root);
    if (CommandLine.read(root).blacklists(module)) {
      stops.add(BLACKLISTED);
    }
    return stops;
  }

  /** Returns those that prevent loading and removing any module. */
  public static Set<KernelStop> ofAll(Path root) {
    Set<KernelStop> stops = EnumSet.noneOf(KernelStop.class);
    Path proc = root.resolve("proc");
    boolean isMounted = Files.exists(proc.resolve("self"));
    if (isMounted && !Files.exists(proc.resolve("modules"))) {
      stops.add(NO_MODULES);
    }
    if (KernelText.stripped(proc.resolve("sys/kernel/modules_disabled"))
        .filter("1"::equals)
        .isPresent()) {
      stops.add(DISABLED);
    }
    return stops;
  }

  @Override
  public String inWords() {
    return words;
  }
}
