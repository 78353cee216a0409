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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.moduletools.files.IoReason;
import org.moduletools.index.ModuleDirectory;
import org.moduletools.work.Crew;

/**
 * The file modules.order: the order in which modules were linked, which decides among modules with
 * one alias.
 */
final class ModulesOrder {

  private static final String FILE = ModuleDirectory.Entry.ORDER.fileName();

  /** The size of kmod's table of modules, which decides the order of those that are not listed. */
  private static final int BUCKETS = 512;

  private static final int UNLISTED = Integer.MAX_VALUE;

  private final Path directory;
  private @Nullable CompletableFuture<Content> content;

  /** The file in {@code directory}, which is read when it is needed. */
  ModulesOrder(Path directory) {
    this.directory = directory;
  }

  /** Begins to read the file in the background. */
  ModulesOrder begin() {
    content = Crew.OF_PROCESSORS.begin(this::read);
    return this;
  }

  /**
   * The content of the file.
   *
   * @param positions the number of each line; none if the file is missing or its last line is cut
   * @param problem the fault of the file
   * @param refusal why an existing file could not be read
   */
  @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // most files have neither
  private record Content(
      Map<String, Integer> positions, Optional<IndexProblem> problem, Optional<String> refusal) {

    static Content without(IndexProblem problem) {
      return new Content(Map.of(), Optional.of(problem), Optional.empty());
    }

    static Content refused(String reason) {
      return new Content(Map.of(), Optional.empty(), Optional.of(reason));
    }
  }

  private Content content() {
    if (content == null) {
      content = CompletableFuture.completedFuture(read());
    }
    return content.join();
  }

  private Content read() {
    String text;
    try {
      text = Files.readString(directory.resolve(FILE), StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException absent) {
      return Content.without(IndexProblem.warning(
          "could not open " + FILE + " at " + directory + ": " + IoReason.of(absent)));
    } catch (IOException unreadable) {
      return Content.refused(
          "could not read " + directory.resolve(FILE) + ": " + IoReason.of(unreadable));
    }
    Map<String, Integer> positions = new HashMap<>(1 << 13);
    int number = 0;
    for (int start = 0; start < text.length(); ) {
      number++;
      int end = text.indexOf('\n', start);
      if (end < 0) {
        return Content.without(IndexProblem.error(
            directory.resolve(FILE) + ":" + number + " corrupted line misses '\\n'"));
      }
      positions.putIfAbsent(text.substring(start, end), number);
      start = end + 1;
    }
    return new Content(positions, Optional.empty(), Optional.empty());
  }

  /**
   * Reports the problem of the file.
   *
   * @throws IndexingException if it exists but could not be read
   */
  void report(IndexingListener listener) throws IndexingException {
    Content read = content();
    if (read.refusal().isPresent()) {
      throw new IndexingException(read.refusal().get());
    }
    read.problem().ifPresent(listener::problem);
  }

  /** Returns the number of the line that lists {@code module}, or the largest int. */
  int position(FoundModule module) {
    return content().positions().getOrDefault(module.orderLine(), UNLISTED);
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
