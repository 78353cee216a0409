package org.moduletools.diagnosis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.moduletools.modulefile.ModuleFile;
import org.moduletools.modulefile.ModuleSymbols.Need;
import org.moduletools.tree.ModuleTree;

/**
 * The symbols that a module needs which is not of the kernel's own build, against those of the
 * kernel and of the modules beside it.
 *
 * @param conflicts those that have another version
 * @param missing those that nothing has
 * @param unknown those of which nobody can tell: no module has them, and the kernel's are not known
 */
public record ForeignSymbols(
    List<VersionConflict> conflicts, List<MissingSymbol> missing, List<String> unknown) {

  /** How many symbols are named. */
  private static final int NAMED = 3;

  /** Copies all lists. */
  public ForeignSymbols {
    conflicts = List.copyOf(conflicts);
    missing = List.copyOf(missing);
    unknown = List.copyOf(unknown);
  }

  /**
   * Looks at all that the module in {@code file} needs.
   *
   * @param tree the modules of the kernel that it is for
   * @param root the folder that holds proc and boot
   * @param runs whether that kernel runs, so that proc tells of it
   * @throws IOException if the file is damaged, or an index
   */
  public static ForeignSymbols of(Path file, ModuleTree tree, Path root, boolean runs)
      throws IOException {
    boolean hasVersions = SymbolVersions.areIn(file);
    SymbolVersions.Comparison versions = hasVersions
        ? SymbolVersions.compare(file, tree)
        : new SymbolVersions.Comparison(List.of(), Set.of());
    Set<String> ofKernel = namesInKernel(tree, root, runs);
    List<MissingSymbol> missing = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (Need need : ModuleFile.read(file).symbols().needs()) {
      String name = need.name();
      if (need.weak() || !tree.resolve("symbol:" + name).isEmpty() || ofKernel.contains(name)) {
        continue;
      }
      if (!ofKernel.isEmpty()) {
        missing.add(new MissingSymbol(name, List.of()));
      } else if (!hasVersions || versions.uncompared().contains(name)) {
        unknown.add(name);
      }
    }
    return new ForeignSymbols(versions.conflicts(), missing, unknown);
  }

  private static Set<String> namesInKernel(ModuleTree tree, Path root, boolean runs) {
    Set<String> running = runs ? new Kallsyms(root).names() : Set.of();
    if (!running.isEmpty()) {
      return running;
    }
    Path folder = tree.directory();
    Set<String> built = column(folder.resolve("build/Module.symvers"), 1);
    if (!built.isEmpty()) {
      return built;
    }
    Set<String> mapped = column(folder.resolve("System.map"), 2);
    return mapped.isEmpty()
        ? column(root.resolve("boot/System.map-" + folder.getFileName()), 2)
        : mapped;
  }

  private static Set<String> column(Path file, int column) {
    Set<String> names = new HashSet<>();
    for (String line : KernelText.of(file).orElse("").split("\n", -1)) {
      String[] columns = line.split("[ \t]", column + 2);
      if (columns.length > column) {
        names.add(columns[column]);
      }
    }
    return names;
  }

  /** Returns what could not be compared, if there is anything. */
  public Optional<Cause> uncompared() {
    if (unknown.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(() -> "not compared: " + Sentence.allOf(unknown, NAMED)
        + "; no module has " + (unknown.size() == 1 ? "it" : "them")
        + ", and no symbols of the kernel itself are known (Module.symvers, System.map,"
        + " /proc/kallsyms)");
  }
}
