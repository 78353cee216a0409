package org.moduletools.modprobe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.moduletools.cli.Host;
import org.moduletools.diagnosis.Cause;
import org.moduletools.kernel.Kernel;
import org.moduletools.kernel.LockMode;
import org.moduletools.kernel.ModuleState;
import org.moduletools.module.Alias;
import org.moduletools.module.ModuleName;
import org.moduletools.tree.ResolvedModule;

/** A run that removes the named modules, in a possible order. */
final class RemoveRun {

  private final Invocation invocation;
  private final ModprobeOptions options;
  private final Kernel kernel;
  private final Installation installation;
  private final Remover remover;

  /** The modules of each operand before anything was removed. */
  private final Map<String, List<ResolvedModule>> meant = new HashMap<>();

  RemoveRun(Invocation invocation, Installation installation, Report report) {
    this.invocation = invocation;
    this.options = invocation.options();
    Host host = invocation.host();
    this.kernel = host.kernel();
    this.installation = installation;
    this.remover = new Remover(
        installation,
        host.machine(),
        invocation.transition(),
        invocation.effects(LockMode.EXCLUSIVE),
        report,
        OptionSets.ofRemoval(options),
        options.patience().orElseThrow());
  }

  /**
   * Removes each operand and returns the status. Modules in use are tried last, since their users
   * may be among the operands (module-init-tools 3.16, modprobe.c: main).
   */
  int act() {
    int status = 0;
    List<String> left = new ArrayList<>(options.standard.operands());
    left.forEach(name -> meant.put(name, targets(name)));
    while (!left.isEmpty()) {
      String name = left.stream().filter(this::isUnused).findFirst().orElse(left.get(0));
      left.remove(name);
      status = Math.max(status, remove(name));
    }
    return status;
  }

  private boolean isUnused(String name) {
    return targetsOf(name).stream()
        .allMatch(target -> kernel.references(target.name()).orElse(0) == 0);
  }

  private List<ResolvedModule> targetsOf(String name) {
    return meant.getOrDefault(name, List.of());
  }

  /**
   * Resolves {@code name}. If it is unknown, it stands for the kernel's module of that name: its
   * folder may be gone by now, or not visible in a container.
   */
  private List<ResolvedModule> targets(String name) {
    List<ResolvedModule> known = installation.catalog().resolve(name);
    ModuleName module = new ModuleName(name);
    return known.isEmpty() && !options.showDepends && isInKernel(module)
        ? List.of(ResolvedModule.named(module))
        : known;
  }

  private boolean isInKernel(ModuleName module) {
    ModuleState state = kernel.state(module);
    return state != ModuleState.ABSENT && state != ModuleState.UNKNOWN;
  }

  private int remove(String name) {
    List<ResolvedModule> targets = targetsOf(name);
    if (targets.isEmpty() && Alias.normalize(name).isEmpty()) {
      // kmod 34, tools/modprobe.c: rmmod, fails without a word and goes on
      invocation.messages().note("'" + name + "' is no name: a [ or ] in it has no partner");
      return 1;
    }
    if (targets.isEmpty()) {
      return invocation.complain(
          "Module " + name + " not found.",
          () -> installation.catalog().whyUnknown(name, invocation.notes().running()));
    }
    for (ResolvedModule target : targets) {
      try {
        remover.remove(target.name());
      } catch (RemoveException failed) {
        String text = String.valueOf(failed.getMessage());
        if (failed.isFatal()) {
          return invocation.complain(text, () -> why(failed));
        }
        invocation.messages().error(text);
        invocation.notes().say(() -> why(failed));
        return 1;
      }
    }
    return 0;
  }

  private List<Cause> why(RemoveException failed) {
    return failed
        .refusal()
        .map(refusal ->
            installation.catalog().why(refusal, kernel, invocation.host().root()))
        .orElse(List.of());
  }
}
