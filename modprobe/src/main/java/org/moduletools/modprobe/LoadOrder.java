package org.moduletools.modprobe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.moduletools.config.Softdeps;
import org.moduletools.module.ModuleName;

/**
 * The modules that loading one module means, in the order in which they go in: each dependency,
 * deepest first, and last the module itself; and around each of these its softdeps (kmod 34,
 * libkmod/libkmod-module.c: __kmod_module_get_probe_list).
 *
 * <p>Softdeps are resolved like names on the command line and bring their own dependencies and
 * softdeps; a module that was begun is not begun again, so circles end. A dependency stands in the
 * list once for each module that brings it, as in kmod's {@code -D} output.
 */
final class LoadOrder {

  /**
   * One module to load.
   *
   * @param target the module
   * @param required whether the whole load fails if it cannot be loaded: it is the named module or
   *     a dependency of it, not merely a softdep
   * @param commands whether its install command, if any, is run instead of loading it
   */
  record Step(Target target, boolean required, boolean commands) {}

  private final Installation installation;
  private final Set<Target> required = new HashSet<>();
  private final Set<Target> begun = new HashSet<>();
  private final List<Step> steps = new ArrayList<>();

  private LoadOrder(Installation installation) {
    this.installation = installation;
  }

  /**
   * Returns the steps that load {@code target}.
   *
   * @param ignoreCommands whether install command and softdeps of {@code target} itself are ignored
   *     ({@code modprobe -i})
   */
  static List<Step> of(Target target, boolean ignoreCommands, Installation installation) {
    LoadOrder order = new LoadOrder(installation);
    order.require(target);
    if (ignoreCommands) {
      order.begun.add(target);
      order.addDependencies(target);
      order.steps.add(new Step(target, true, false));
    } else {
      order.add(target);
    }
    return order.steps;
  }

  private void require(Target target) {
    required.add(target);
    for (ModuleName dependency : installation.catalog().dependenciesDeepestFirst(target.name())) {
      required.add(Target.named(dependency));
    }
  }

  private void add(Target target) {
    if (begun.add(target)) {
      addDependencies(target);
      addWithSoftdeps(target);
    }
  }

  private void addDependencies(Target target) {
    for (ModuleName dependency : installation.catalog().dependenciesDeepestFirst(target.name())) {
      addWithSoftdeps(Target.named(dependency));
    }
  }

  private void addWithSoftdeps(Target target) {
    Softdeps softdeps = installation.config().softdepsOf(target.name());
    addEach(softdeps.pre());
    steps.add(new Step(target, required.contains(target), true));
    addEach(softdeps.post());
  }

  private void addEach(List<String> names) {
    for (String name : names) {
      installation.resolver().resolve(name).forEach(this::add);
    }
  }
}
