package org.moduletools.modprobe;

import java.util.List;
import org.moduletools.cli.Host;
import org.moduletools.module.ModuleName;

/**
 * What the operands of one call mean: modules, aliases, or files.
 *
 * @param invocation the call
 * @param installation where they are looked for
 */
record Operands(Invocation invocation, Installation installation) {

  /** Returns what {@code name} means, which may be nothing. */
  List<Target> targets(String name) {
    if (!name.startsWith("/") && !name.startsWith("./")) {
      return installation.resolver().resolve(name);
    }
    Host host = invocation.host();
    if (host.existing(name).isEmpty()) {
      invocation.complain("Failed to get module from path " + name + ": No such file or directory");
      return List.of();
    }
    ModuleName module = ModuleName.ofPath(name);
    installation
        .catalog()
        .useFile(module, name.startsWith("/") ? name : host.workingDirectory() + "/" + name);
    return List.of(Target.named(module));
  }

  /** Complains that {@code name} means nothing. */
  int notFound(String name) {
    return invocation.complain(
        "Module " + name + " not found in directory " + installation.catalog().directoryText());
  }
}
