package org.moduletools.indexing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.moduletools.files.IoReason;
import org.moduletools.index.ModuleDirectory;

/**
 * The file modules.order: the order in which modules were linked, which decides among modules with
 * one alias.
 */
final class ModulesOrder {

  private static final String FILE = ModuleDirectory.Entry.ORDER.fileName();

  /** The size of kmod's table of modules, which decides the order of those that are not listed. */
  private static final int BUCKETS = 512;

  private static final int UNLISTED = Integer.MAX_VALUE;

  private final Map<String, Integer> positions;
  private final List<IndexProblem> problems;

  /** The error of reading the file, or nothing. */
  private final String refusal;

  private ModulesOrder(
      Map<String, Integer> positions, List<IndexProblem> problems, String refusal) {
    this.positions = positions;
    this.problems = problems;
    this.refusal = refusal;
  }

  /**
   * Reads the file in {@code directory}. Without it, or if its last line is cut off, no module is
   * listed; the problem is kept for {@link #report}.
   */
  static ModulesOrder read(Path directory) {
    String text;
    try {
      text = Files.readString(directory.resolve(FILE), StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException absent) {
      return failed(IndexProblem.warning(
          "could not open " + FILE + " at " + directory + ": " + IoReason.of(absent)));
    } catch (IOException unreadable) {
      return new ModulesOrder(
          Map.of(),
          List.of(),
          "could not read " + directory.resolve(FILE) + ": " + IoReason.of(unreadable));
    }
    Map<String, Integer> positions = new HashMap<>();
    int number = 0;
    for (int start = 0; start < text.length(); ) {
      number++;
      int end = text.indexOf('\n', start);
      if (end < 0) {
        return failed(IndexProblem.error(
            directory.resolve(FILE) + ":" + number + " corrupted line misses '\\n'"));
      }
      positions.putIfAbsent(text.substring(start, end), number);
      start = end + 1;
    }
    return new ModulesOrder(positions, List.of(), "");
  }

  private static ModulesOrder failed(IndexProblem problem) {
    return new ModulesOrder(Map.of(), List.of(problem), "");
  }

  /**
   * Reports the problem of the file.
   *
   * @throws IndexingException if it exists but could not be read
   */
  void report(IndexingListener listener) throws IndexingException {
    if (!refusal.isEmpty()) {
      throw new IndexingException(refusal);
    }
    problems.forEach(listener::problem);
  }

  /** Returns the number of the line that lists {@code module}, or the largest int. */
  int position(FoundModule module) {
    return positions.getOrDefault(module.orderLine(), UNLISTED);
  }

  /** Returns the modules in the order of every output: the listed ones, then the rest by hash. */
  List<FoundModule> sorted(List<FoundModule> modules) {
    List<FoundModule> byHash =
        HashOrder.sorted(modules, BUCKETS, module -> module.name().value());
    long[] places = new long[byHash.size()]; // by position, then by hash
    for (int i = 0; i < places.length; i++) {
      places[i] = (long) position(byHash.get(i)) << Integer.SIZE | i;
    }
    Arrays.sort(places);
    List<FoundModule> sorted = new ArrayList<>(places.length);
    for (long place : places) {
      sorted.add(byHash.get((int) place));
    }
    return sorted;
  }
}
