package org.moduletools.diagnosis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.moduletools.module.ModuleName;
import org.moduletools.modulefile.ModuleFile;
import org.moduletools.modulefile.ModuleFormatException;
import org.moduletools.modulefile.ModuleSymbols.Export;
import org.moduletools.modulefile.SymbolVersion;
import org.moduletools.tree.ModuleTree;
import org.moduletools.tree.ResolvedModule;

/**
 * Compares the versions of symbols that a module was built with, with those of the modules that
 * export them, and of the kernel's own by Module.symvers or by what other modules were built with.
 */
public final class SymbolVersions {

  /** The number of other modules that are searched for versions of the kernel's symbols. */
  private static final int ASKED = 40;

  private final ModuleTree tree;
  private final Path file;
  private final Map<ModuleName, Map<String, Long>> exports = new HashMap<>();

  private SymbolVersions(ModuleTree tree, Path file) {
    this.tree = tree;
    this.file = file;
  }

  /**
   * Returns whether the module in {@code file} states any version.
   *
   * @throws IOException if it cannot be read
   */
  public static boolean areIn(Path file) throws IOException {
    try {
      return !ModuleFile.readVersions(file).isEmpty();
    } catch (ModuleFormatException none) {
      return false;
    }
  }

  /**
   * What came of a comparison.
   *
   * @param conflicts the symbols of which the module states another version, in its order
   * @param uncompared those of which no other version is known
   */
  public record Comparison(List<VersionConflict> conflicts, Set<String> uncompared) {

    /** Copies both. */
    public Comparison {
      conflicts = List.copyOf(conflicts);
      uncompared = Set.copyOf(uncompared);
    }
  }

  /**
   * Returns the symbols of which the module in {@code file} states another version, in its order.
   *
   * @param tree the modules of the release that runs
   * @throws IOException if the file is damaged, or an index
   */
  public static List<VersionConflict> conflicts(Path file, ModuleTree tree) throws IOException {
    return compare(file, tree).conflicts();
  }

  /**
   * Compares all versions that the module in {@code file} states.
   *
   * @param tree the modules of the release that it is for
   * @throws IOException if the file is damaged, or an index
   */
  public static Comparison compare(Path file, ModuleTree tree) throws IOException {
    return new SymbolVersions(tree, file).compare();
  }

  private Comparison compare() throws IOException {
    Map<String, Long> left = new LinkedHashMap<>();
    for (SymbolVersion version : ModuleFile.readVersions(file)) {
      left.put(version.name(), version.crc());
    }
    List<String> order = List.copyOf(left.keySet());
    Map<String, VersionConflict> conflicts = new HashMap<>();
    compareWithExporters(left, conflicts);
    compare(left, symvers(), tree.directory().resolve("build/Module.symvers"), conflicts);
    compareWithOthers(left, conflicts);
    return new Comparison(
        order.stream().filter(conflicts::containsKey).map(conflicts::get).toList(), left.keySet());
  }

  private void compareWithExporters(Map<String, Long> left, Map<String, VersionConflict> conflicts)
      throws IOException {
    for (String symbol : List.copyOf(left.keySet())) {
      for (ResolvedModule exporter : tree.resolve("symbol:" + symbol)) {
        Path its = tree.file(exporter.name()).orElse(file);
        if (!its.equals(file)) {
          compare(left, exportsOf(exporter.name(), its), its, conflicts);
        }
      }
    }
  }

  private Map<String, Long> exportsOf(ModuleName module, Path its) {
    return exports.computeIfAbsent(module, unknown -> {
      Map<String, Long> crcs = new HashMap<>();
      try {
        for (Export export : ModuleFile.readExports(its)) {
          crcs.put(export.name(), export.crc());
        }
      } catch (IOException notTold) {
        return Map.of();
      }
      return crcs;
    });
  }

  private void compareWithOthers(Map<String, Long> left, Map<String, VersionConflict> conflicts)
      throws IOException {
    for (Path other : OwnModules.some(tree, ASKED, own -> !own.equals(file))) {
      if (left.isEmpty()) {
        return;
      }
      compare(left, versionsIn(other), other, conflicts);
    }
  }

  private static Map<String, Long> versionsIn(Path other) {
    Map<String, Long> versions = new HashMap<>();
    try {
      for (SymbolVersion version : ModuleFile.readVersions(other)) {
        versions.put(version.name(), version.crc());
      }
    } catch (IOException notTold) {
      return Map.of();
    }
    return versions;
  }

  /** Compares the symbols in {@code left} with {@code known}, and removes the compared ones. */
  private static void compare(
      Map<String, Long> left,
      Map<String, Long> known,
      Path source,
      Map<String, VersionConflict> conflicts) {
    Iterator<Map.Entry<String, Long>> entries = left.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<String, Long> entry = entries.next();
      String symbol = entry.getKey();
      long wanted = entry.getValue();
      long found = known.getOrDefault(symbol, 0L);
      if (found != 0) {
        entries.remove();
        if (wanted != found) {
          conflicts.put(symbol, new VersionConflict(symbol, wanted, found, source.toString()));
        }
      }
    }
  }

  /** Reads lines {@code 0xCRC SYMBOL MODULE TYPE} of the kernel's build, if it is there. */
  private Map<String, Long> symvers() {
    Map<String, Long> crcs = new HashMap<>();
    String text =
        KernelText.of(tree.directory().resolve("build/Module.symvers")).orElse("");
    for (String line : text.split("\n", -1)) {
      String[] columns = line.split("\t", 3);
      if (columns.length > 2 && columns[0].startsWith("0x")) {
        try {
          crcs.put(columns[1], Long.parseLong(columns[0].substring(2), 16));
        } catch (NumberFormatException damaged) {
          // Other lines may serve.
        }
      }
    }
    return crcs;
  }
}
