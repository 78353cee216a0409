package org.moduletools.tree;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.moduletools.config.Softdeps;
import org.moduletools.index.ModulesDep;
import org.moduletools.module.ModuleName;

/**
 * The steps that load one module, in order: each dependency, deepest first, and last the module
 * itself; and around each of these its softdeps (kmod 34, libkmod/libkmod-module.c:
 * __kmod_module_get_probe_list).
 *
 * <p>Softdeps are resolved like names on the command line and bring their own dependencies and
 * softdeps; a masked one is skipped. A module that was begun is not begun again, so cycles end. A
 * dependency is in the list once for each module that brings it, as in kmod's {@code -D} output.
 */
final class LoadOrder {

  /** The part of a module's steps that is still to be added. */
  private enum Extent {
    /** All of it, unless that was begun before. */
    WITH_DEPENDENCIES,
    /** The module and its softdeps. */
    WITH_SOFTDEPS,
    /** The module. */
    ALONE
  }

  /** A module still to be added. The file is known, except for modules that are looked up later. */
  private record Part(ResolvedModule module, String file, Extent extent) {}

  private final ModuleTree tree;
  private final Set<ResolvedModule> required = new HashSet<>();
  private final Set<ResolvedModule> begun = new HashSet<>();
  private final List<LoadStep> steps = new ArrayList<>();

  private LoadOrder(ModuleTree tree) {
    this.tree = tree;
  }

  /**
   * Returns the steps that load {@code module}.
   *
   * @param ignoreCommands whether install command and softdeps of {@code module} itself are ignored
   *     ({@code modprobe -i})
   */
  static List<LoadStep> of(ResolvedModule module, boolean ignoreCommands, ModuleTree tree)
      throws IOException {
    LoadOrder order = new LoadOrder(tree);
    Optional<ModulesDep.Line> line = tree.line(module.name());
    order.require(module, line);
    if (ignoreCommands) {
      order.begun.add(module);
      order.add(dependencies(line));
      order.steps.add(new LoadStep(module, file(line), true, false));
    } else {
      order.add(List.of(new Part(module, "", Extent.WITH_DEPENDENCIES)));
    }
    return order.steps;
  }

  private void require(ResolvedModule module, Optional<ModulesDep.Line> line) {
    required.add(module);
    for (Part dependency : dependencies(line)) {
      required.add(dependency.module());
    }
  }

  /** Adds {@code parts}. Chains of softdeps may be of any length, so this does not recur. */
  private void add(List<Part> parts) throws IOException {
    Deque<Part> waiting = new ArrayDeque<>(parts);
    while (!waiting.isEmpty()) {
      Part part = waiting.pop();
      ResolvedModule module = part.module();
      List<Part> first = List.of();
      switch (part.extent()) {
        case WITH_DEPENDENCIES -> first = begun.add(module) ? withDependencies(module) : List.of();
        case WITH_SOFTDEPS -> first = withSoftdeps(module, part.file());
        case ALONE -> steps.add(new LoadStep(module, part.file(), required.contains(module), true));
      }
      for (int i = first.size() - 1; i >= 0; i--) {
        waiting.push(first.get(i));
      }
    }
  }

  private List<Part> withDependencies(ResolvedModule module) throws IOException {
    Optional<ModulesDep.Line> line = tree.line(module.name());
    List<Part> parts = dependencies(line);
    parts.add(new Part(module, file(line), Extent.WITH_SOFTDEPS));
    return parts;
  }

  private static String file(Optional<ModulesDep.Line> line) {
    return line.map(ModulesDep.Line::path).orElse("");
  }

  /** Returns the needs of a line in load order. */
  private static List<Part> dependencies(Optional<ModulesDep.Line> line) {
    List<Part> parts = new ArrayList<>();
    for (String path : line.map(ModulesDep.Line::needs).orElse(List.of())) {
      ResolvedModule dependency = ResolvedModule.named(ModuleName.ofPath(path));
      parts.add(new Part(dependency, path, Extent.WITH_SOFTDEPS));
    }
    Collections.reverse(parts);
    return parts;
  }

  private List<Part> withSoftdeps(ResolvedModule module, String file) throws IOException {
    Softdeps softdeps = tree.softdeps(module.name());
    List<Part> parts = meantBy(softdeps.pre());
    parts.add(new Part(module, file, Extent.ALONE));
    parts.addAll(meantBy(softdeps.post()));
    return parts;
  }

  private List<Part> meantBy(List<String> names) throws IOException {
    List<Part> parts = new ArrayList<>();
    for (String name : names) {
      for (ResolvedModule module : tree.resolve(name)) {
        if (tree.mask(module.name()).isPresent()) {
          continue;
        }
        parts.add(new Part(module, "", Extent.WITH_DEPENDENCIES));
      }
    }
    return parts;
  }
}
