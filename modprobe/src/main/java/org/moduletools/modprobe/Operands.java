package org.moduletools.modprobe;

import java.util.List;
import java.util.Optional;
import org.moduletools.cli.Host;
import org.moduletools.diagnosis.Cause;
import org.moduletools.module.ModuleName;
import org.moduletools.tree.ResolvedModule;

/**
 * Resolves the operands of one call: modules, aliases, or files.
 *
 * @param invocation the call
 * @param installation the modules and configuration
 */
record Operands(Invocation invocation, Installation installation) {

  /** Returns the modules of {@code name}, of which there may be none. */
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

  /** Reports that {@code name} is unknown. */
  int notFound(String name) {
    Optional<String> missing = isPath(name) ? missing(name) : Optional.empty();
    return missing.isPresent()
        ? invocation.complain("Failed to get module from path " + name + ": " + missing.get())
        : invocation.complain(
            "Module " + name + " not found in directory "
                + installation.catalog().directoryText(),
            () -> whyUnknown(name));
  }

  /** Returns the causes why {@code name} is unknown. */
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
