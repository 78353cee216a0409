package org.moduletools.modprobe;

import java.util.List;
import java.util.Optional;
import org.moduletools.cli.Host;
import org.moduletools.diagnosis.Cause;
import org.moduletools.module.ModuleName;
import org.moduletools.tree.ResolvedModule;

/**
 * What the operands of one call mean: modules, aliases, or files.
 *
 * @param invocation the call
 * @param installation where they are looked for
 */
record Operands(Invocation invocation, Installation installation) {

  /** Returns what {@code name} means, which may be nothing. */
  List<ResolvedModule> targets(String name) {
    if (!isPath(name)) {
      return installation.catalog().resolve(name);
    }
    if (missing(name).isPresent()) {
      return List.of();
    }
    Host host = invocation.host();
    ModuleName module = ModuleName.ofPath(name);
    installation
        .catalog()
        .useFile(module, name.startsWith("/") ? name : host.workingDirectory() + "/" + name);
    return List.of(ResolvedModule.named(module));
  }

  /** Complains that {@code name} means nothing. */
  int notFound(String name) {
    Optional<String> missing = isPath(name) ? missing(name) : Optional.empty();
    return missing.isPresent()
        ? invocation.complain("Failed to get module from path " + name + ": " + missing.get())
        : invocation.complain(
            "Module " + name + " not found in directory "
                + installation.catalog().directoryText(),
            () -> whyUnknown(name));
  }

  /** Returns why nothing knows {@code name}. */
  List<Cause> whyUnknown(String name) {
    return installation.catalog().whyUnknown(name, invocation.notes().running());
  }

  /** Returns why no module is to be had from the path {@code name}; of / there is none. */
  private Optional<String> missing(String name) {
    return ModuleName.ofPath(name).value().isEmpty()
        ? Optional.of("No such file or directory")
        : invocation.host().missing(name);
  }

  /** Returns whether {@code name} is that of a file. */
  static boolean isPath(String name) {
    return name.startsWith("/") || name.startsWith("./");
  }
}
