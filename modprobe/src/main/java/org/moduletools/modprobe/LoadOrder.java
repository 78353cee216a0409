package org.moduletools.modprobe;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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

  /** How much of what loading a module means is still to be put into the list. */
  private enum Extent {
    /** All of it, unless that was begun before. */
    WITH_DEPENDENCIES,
    /** The module and its softdeps. */
    WITH_SOFTDEPS,
    /** The module. */
    ALONE
  }

  /** What is still to be put into the list. */
  private record Part(Target target, Extent extent) {}

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
      order.add(order.dependencies(target));
      order.steps.add(new Step(target, true, false));
    } else {
      order.add(List.of(new Part(target, Extent.WITH_DEPENDENCIES)));
    }
    return order.steps;
  }

  private void require(Target target) {
    required.add(target);
    for (ModuleName dependency : installation.catalog().dependenciesDeepestFirst(target.name())) {
      required.add(Target.named(dependency));
    }
  }

  /** Puts {@code parts} into the list. Softdeps may lead on for ever longer: nothing recurs. */
  private void add(List<Part> parts) {
    Deque<Part> waiting = new ArrayDeque<>(parts);
    while (!waiting.isEmpty()) {
      Part part = waiting.pop();
      Target target = part.target();
      List<Part> first = List.of();
      switch (part.extent()) {
        case WITH_DEPENDENCIES -> first = begun.add(target) ? withDependencies(target) : List.of();
        case WITH_SOFTDEPS -> first = withSoftdeps(target);
        case ALONE -> steps.add(new Step(target, required.contains(target), true));
      }
      for (int i = first.size() - 1; i >= 0; i--) {
        waiting.push(first.get(i));
      }
    }
  }

  private List<Part> withDependencies(Target target) {
    List<Part> parts = dependencies(target);
    parts.add(new Part(target, Extent.WITH_SOFTDEPS));
    return parts;
  }

  private List<Part> dependencies(Target target) {
    List<Part> parts = new ArrayList<>();
    for (ModuleName dependency : installation.catalog().dependenciesDeepestFirst(target.name())) {
      parts.add(new Part(Target.named(dependency), Extent.WITH_SOFTDEPS));
    }
    return parts;
  }

  private List<Part> withSoftdeps(Target target) {
    Softdeps softdeps = installation.config().softdepsOf(target.name());
    List<Part> parts = meantBy(softdeps.pre());
    parts.add(new Part(target, Extent.ALONE));
    parts.addAll(meantBy(softdeps.post()));
    return parts;
  }

  private List<Part> meantBy(List<String> names) {
    List<Part> parts = new ArrayList<>();
    for (String name : names) {
      for (Target target : installation.resolver().resolve(name)) {
        parts.add(new Part(target, Extent.WITH_DEPENDENCIES));
      }
    }
    return parts;
  }
}
