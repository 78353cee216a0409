package org.moduletools.indexing;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.moduletools.config.DepmodConfig;
import org.moduletools.config.SearchOrder;
import org.moduletools.files.IoReason;
import org.moduletools.module.KernelRelease;
import org.moduletools.module.ModuleName;

/**
 * Finds the modules of a release, one file for each name.
 *
 * <p>Of several files with one name, the one that depmod.d prefers counts. Among equals it is the
 * first in modules.order; then a file in the module directory before external ones, and of these
 * the directory configured last first, as in kmod; then the first by the bytes of its path. So the
 * order in which a file system lists its entries, which decides in kmod, does not matter.
 */
final class ModuleFinder {

  private final IndexRequest request;
  private final DepmodConfig config;
  private final IndexingListener listener;
  private boolean unreadable;

  /** Follows the configuration of {@code request}. */
  ModuleFinder(IndexRequest request, IndexingListener listener) {
    this.request = request;
    this.config = request.config();
    this.listener = listener;
  }

  /**
   * Finds the modules, and reports unreadable folders.
   *
   * @throws IndexingException if the directory cannot be opened; an external one may be missing
   */
  FoundModules find(ModulesOrder order) throws IndexingException {
    Path directory = request.modules();
    KernelRelease release = request.release();
    List<List<FoundModule>> walks = new ArrayList<>();
    try {
      walks.add(walk(directory, directory, directory.toString()));
    } catch (IOException unopened) {
      complain(directory.toString(), unopened);
      throw new IndexingException("could not search modules: " + IoReason.of(unopened));
    }
    List<String> externals = new ArrayList<>(config.externals(release));
    SearchOrder search =
        config.searchOrder(release, externals.stream().map(this::absolute).toList());
    Collections.reverse(externals);
    for (String external : externals) {
      try {
        walks.add(walk(directory, request.inSystem(external), absolute(external)));
      } catch (IOException unopened) {
        complain(external, unopened);
        unreadable |= !(unopened instanceof NoSuchFileException);
      }
    }
    return new FoundModules(choose(walks, search, order), order, !unreadable);
  }

  /**
   * Returns an absolute path, since readers of modules.dep have other working directories. An
   * absolute path keeps its spelling (kmod 34, shared/util.c: path_make_absolute_cwd).
   */
  private String absolute(String external) {
    return external.startsWith("/") ? external : request.workingDirectory() + "/" + external;
  }

  private void complain(String directory, IOException unopened) {
    listener.error("could not open directory " + directory + ": " + IoReason.of(unopened));
  }

  private List<FoundModule> walk(Path directory, Path root, String spelled) throws IOException {
    String prefix = directory + "/";
    String below = (spelled + "/").startsWith(prefix)
        ? (spelled + "/").substring(prefix.length())
        : spelled + "/";
    ModuleWalk walk = ModuleWalk.below(root, below, request.access().files(), config::excludes);
    walk.complaints().forEach(listener::error);
    unreadable |= walk.metUnreadable();
    return walk.modules();
  }

  private static List<FoundModule> choose(
      List<List<FoundModule>> walks, SearchOrder search, ModulesOrder order) {
    Comparator<FoundModule> better = Comparator.comparingInt(
            (FoundModule module) -> search.priority(module.listed()))
        .reversed()
        .thenComparingInt(order::position);
    Map<ModuleName, FoundModule> best = chosen(walks.get(0), better);
    for (List<FoundModule> walk : walks.subList(1, walks.size())) {
      chosen(walk, better)
          .forEach((name, module) -> best.merge(name, module, BinaryOperator.minBy(better)));
    }
    return new ArrayList<>(best.values());
  }

  /** Returns the modules of one walk by their names. */
  private static Map<ModuleName, FoundModule> chosen(
      List<FoundModule> walk, Comparator<FoundModule> better) {
    BinaryOperator<FoundModule> first =
        BinaryOperator.minBy(better.thenComparing(FoundModule::listed));
    Map<ModuleName, FoundModule> chosen = new HashMap<>(2 * walk.size());
    for (FoundModule module : walk) {
      chosen.merge(module.name(), module, first);
    }
    return chosen;
  }
}
