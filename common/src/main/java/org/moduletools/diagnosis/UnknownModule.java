package org.moduletools.diagnosis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.moduletools.module.KernelRelease;
import org.moduletools.module.ModuleName;
import org.moduletools.module.ModuleSuffix;
import org.moduletools.tree.ModuleTree;

/** The causes why a name has no module. */
public final class UnknownModule {

  private UnknownModule() {}

  /**
   * Returns the causes; none if nothing is known but that nothing has the name. The state of the
   * tree is none for the name of a file, which is looked for elsewhere.
   *
   * @param typed the name as the user spelled it
   * @param tree where it was looked for
   * @param folder how the tree's folder is spelled to the user
   * @param running the release of the kernel that runs
   */
  public static List<Cause> causes(
      String typed, ModuleTree tree, String folder, KernelRelease running) {
    TreeState state = TreeState.of(tree.directory());
    boolean isPath = typed.isEmpty() || typed.indexOf('/') >= 0;
    if (isPath && (typed.isEmpty() || state != TreeState.INDEXED)) {
      return List.of();
    }
    return state == TreeState.INDEXED
        ? ofName(typed, tree)
        : List.of(ofTree(state, tree.directory(), folder, running));
  }

  /**
   * Returns why no module of {@code path} is known at all, as {@code state} says, which is not that
   * it has indexes.
   *
   * @param folder how the path is spelled to the user
   * @param running the release of the kernel that runs
   */
  public static Cause ofTree(TreeState state, Path path, String folder, KernelRelease running) {
    return switch (state) {
      case MISSING -> MissingRelease.of(path, folder, running);
      case NOT_INDEXED ->
        () -> folder + " has no modules.dep; run depmod" + operands(path, folder, running);
      case EMPTY ->
        () -> folder + "/modules.dep names no module; run depmod" + operands(path, folder, running);
      case INDEXED -> throw new IllegalArgumentException("state: there are indexes in " + folder);
    };
  }

  private static String operands(Path path, String folder, KernelRelease running) {
    if (MissingRelease.isOfSystem(folder, running)) {
      return "";
    }
    String base = MissingBase.spelled(path, folder);
    return (base.isEmpty() ? "" : " -b " + base) + " " + path.getFileName();
  }

  private static List<Cause> ofName(String typed, ModuleTree tree) {
    ModuleName module = ModuleSuffix.isOn(typed) ? ModuleName.ofPath(typed) : new ModuleName(typed);
    List<Cause> causes = new ArrayList<>();
    Optional<UnlistedFile> unlisted = UnlistedFile.find(module, tree.directory());
    if (unlisted.isPresent() && !isListed(module, tree)) {
      causes.add(unlisted.get());
    }
    UnknownName name = UnknownName.of(typed, names(tree));
    if (causes.isEmpty() && name.isTelling()) {
      causes.add(name);
    }
    return causes;
  }

  private static boolean isListed(ModuleName module, ModuleTree tree) {
    try {
      return tree.line(module).isPresent();
    } catch (IOException damaged) {
      return false;
    }
  }

  /** Returns the names of all modules of {@code tree}, and of the kernel's parts. */
  public static List<String> names(ModuleTree tree) {
    List<String> names = new ArrayList<>();
    try {
      tree.forEachLine(line -> names.add(ModuleName.ofPath(line.path()).value()));
      tree.forEachBuiltin(module -> names.add(module.value()));
    } catch (IOException damaged) {
      // What was read until then serves.
    }
    return names;
  }
}
