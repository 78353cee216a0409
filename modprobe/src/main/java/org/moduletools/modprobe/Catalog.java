package org.moduletools.modprobe;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.moduletools.cli.FatalException;
import org.moduletools.diagnosis.Cause;
import org.moduletools.diagnosis.LoadRefusal;
import org.moduletools.diagnosis.RemovalRefusal;
import org.moduletools.diagnosis.TreeState;
import org.moduletools.diagnosis.UnknownModule;
import org.moduletools.index.IndexFile;
import org.moduletools.index.ModuleDirectory;
import org.moduletools.index.ModulesDep;
import org.moduletools.kernel.Kernel;
import org.moduletools.kernel.ModuleState;
import org.moduletools.loading.LoadedUsers;
import org.moduletools.module.KernelRelease;
import org.moduletools.module.ModuleName;
import org.moduletools.tree.LoadPlan;
import org.moduletools.tree.LoadStep;
import org.moduletools.tree.Mask;
import org.moduletools.tree.Meaning;
import org.moduletools.tree.ModuleTree;
import org.moduletools.tree.ResolvedModule;

/**
 * The modules of one run: those of a tree, and the files that the user named. Unreadable files end
 * the run.
 */
final class Catalog {

  /** For tens of thousands of short lines. */
  private static final int BUFFER_BYTES = 1 << 16;

  private final ModuleTree tree;
  private final Path directory;
  private final String directoryText;
  private final Map<ModuleName, String> namedFiles = new HashMap<>();
  private final Map<ModuleName, ModuleName> ownNames = new ConcurrentHashMap<>();

  /**
   * The catalog of {@code tree}.
   *
   * @param directory the tree's folder
   * @param directoryText the folder in the user's spelling
   */
  Catalog(ModuleTree tree, Path directory, String directoryText) {
    this.tree = tree;
    this.directory = directory;
    this.directoryText = directoryText;
  }

  /** Returns the folder in the user's spelling. */
  String directoryText() {
    return directoryText;
  }

  /** Returns the path of a file that {@link #file} returned. */
  Path path(String file) {
    return directory.resolve(file);
  }

  /** A look-up in the tree. */
  @FunctionalInterface
  private interface Question<T> {
    T ask() throws IOException;
  }

  private static <T> T answer(Question<T> question) {
    try {
      return question.ask();
    } catch (IOException unreadable) {
      throw new FatalException(unreadable.getMessage() + "; run depmod");
    }
  }

  /** Uses {@code path} as the file of {@code module}, in place of that in modules.dep. */
  void useFile(ModuleName module, String path) {
    namedFiles.put(module, path);
    ownNames.remove(module);
  }

  /** Returns the tree itself. */
  ModuleTree tree() {
    return tree;
  }

  /** Returns the modules of {@code name}, and the table that has them. */
  Meaning meaning(String name) {
    return answer(() -> tree.meaning(name, namedFiles.keySet()));
  }

  /** Returns the modules of {@code name}, in load order. */
  List<ResolvedModule> resolve(String name) {
    return answer(() -> tree.resolve(name, namedFiles.keySet()));
  }

  /**
   * Returns the steps that load {@code module}.
   *
   * @param ignoreCommands whether its own install command and softdeps are ignored
   */
  List<LoadStep> loadOrder(ResolvedModule module, boolean ignoreCommands) {
    return answer(
        () -> ignoreCommands ? tree.loadOrderIgnoringCommands(module) : tree.loadOrder(module));
  }

  /** Returns the plan that loads, for each name, its modules. */
  LoadPlan loadPlan(List<List<ResolvedModule>> asked, boolean ignoreCommands) {
    return answer(
        () -> ignoreCommands ? tree.loadPlanIgnoringCommands(asked) : tree.loadPlan(asked));
  }

  /** Returns the path of {@code module}'s file for output, or nothing if it has none. */
  Optional<String> file(ModuleName module) {
    String named = namedFiles.get(module);
    return named != null
        ? Optional.of(named)
        : answer(() -> tree.line(module)).map(line -> fullPath(line.path()));
  }

  /**
   * Returns the name that the file of {@code module} states, which the kernel goes by;
   * {@code module} itself if it states none or cannot be read.
   */
  ModuleName ownName(ModuleName module) {
    return ownNames.computeIfAbsent(
        module, its -> file(its).map(this::path).flatMap(LoadRefusal::nameIn).orElse(its));
  }

  /** Returns {@link #ownName} if the user has named the file, else {@code module}. */
  ModuleName ownNameOfNamed(ModuleName module) {
    return namedFiles.containsKey(module) ? ownName(module) : module;
  }

  /** Returns whether the file of {@code module} is that of modules.dep, not one that was named. */
  boolean isListed(ModuleName module) {
    return !namedFiles.containsKey(module) && file(module).isPresent();
  }

  /** As {@link #file(ModuleName)}, for a module whose line was looked at already. */
  Optional<String> file(LoadStep step) {
    String named = namedFiles.get(step.module().name());
    if (named != null) {
      return Optional.of(named);
    }
    return step.file().isEmpty() ? Optional.empty() : Optional.of(fullPath(step.file()));
  }

  private String fullPath(String path) {
    return ModuleDirectory.spelled(directoryText, path);
  }

  /**
   * Returns the modules that {@code module} needs, directly or not, each before those that it needs
   * itself.
   */
  List<ModuleName> dependenciesUsersFirst(ModuleName module) {
    return answer(() -> tree.line(module)).map(ModulesDep.Line::neededModules).orElse(List.of());
  }

  /**
   * Returns the loaded modules that use {@code module}, from {@code kernel} or else from
   * modules.dep.
   */
  LoadedUsers loadedUsers(ModuleName module, Kernel kernel) {
    return LoadedUsers.of(module, kernel, tree::line);
  }

  /**
   * Returns the mask that prevents loading {@code module}, by the name in a named file too. None
   * does if it is a part of the kernel.
   */
  Optional<Mask> mask(ModuleName module) {
    if (!tree.config().hasMasks() || isBuiltin(module)) {
      return Optional.empty();
    }
    return answer(() -> tree.mask(module)).or(() -> ownMask(module));
  }

  /**
   * Returns the mask of {@code module} itself, by its name or else that in a named file. A part of
   * the kernel has none.
   */
  Optional<Mask> ownMask(ModuleName module) {
    return tree.config().hasMasks()
        ? maskOf(module).or(() -> maskOf(ownNameOfNamed(module)))
        : Optional.empty();
  }

  private Optional<Mask> maskOf(ModuleName name) {
    return tree.config()
        .maskOf(name)
        .filter(source -> !isBuiltin(name))
        .map(source -> new Mask(name, source));
  }

  /**
   * Returns the module that {@code mask}, which keeps {@code module} out, is said to keep out:
   * where it is by the name in the file that the user named, that name.
   */
  ModuleName maskedBy(Mask mask, ModuleName module) {
    return mask.module().equals(ownNameOfNamed(module)) ? mask.module() : module;
  }

  /**
   * Returns the causes why {@code name} is unknown; {@code running} is the release of the kernel.
   */
  List<Cause> whyUnknown(String name, KernelRelease running) {
    return UnknownModule.causes(name, tree, directoryText, running);
  }

  /**
   * Returns why no module can be known, if depmod's indexes are not there; {@code running} is the
   * release of the kernel. Where they name no module, all may be parts of the kernel.
   */
  Optional<Cause> whyAllUnknown(KernelRelease running) {
    TreeState state = TreeState.of(directory);
    return state == TreeState.MISSING || state == TreeState.NOT_INDEXED
        ? Optional.of(UnknownModule.ofTree(state, directory, directoryText, running))
        : Optional.empty();
  }

  /** Returns why {@code kernel} refused a module. */
  List<Cause> why(LoadRefusal refusal, Kernel kernel, Path root) {
    return refusal.causes(tree, kernel, root);
  }

  /** Returns why a module stays in {@code kernel}. */
  List<Cause> why(RemovalRefusal refusal, Kernel kernel, Path root) {
    return refusal.causes(tree, kernel, root);
  }

  boolean isBuiltin(ModuleName module) {
    return answer(() -> tree.isBuiltin(module));
  }

  /** Returns whether {@code module} is a part of the kernel, or loaded in {@code kernel}. */
  boolean isIn(Kernel kernel, ModuleName module) {
    return isBuiltin(module) || kernel.state(module) == ModuleState.LIVE;
  }

  /** Returns the files of all modules as modules.dep has them, ordered by module name. */
  List<String> allFiles() {
    List<String> files = new ArrayList<>();
    return answer(() -> {
      tree.forEachLine(line -> files.add(line.path()));
      return files;
    });
  }

  /** Writes the aliases of modules, then those of symbols, as lines of modprobe.d. */
  void writeAliases(OutputStream out) {
    answer(() -> {
      OutputStream lines = new BufferedOutputStream(out, BUFFER_BYTES);
      tree.writeAliases(lines);
      lines.flush();
      return out;
    });
  }

  /**
   * Passes the aliases of modules, then those of symbols, to {@code visitor}, each ordered by their
   * bytes.
   */
  void forEachAlias(IndexFile.Visitor visitor) {
    answer(() -> {
      tree.forEachAlias(visitor);
      return visitor;
    });
  }
}
