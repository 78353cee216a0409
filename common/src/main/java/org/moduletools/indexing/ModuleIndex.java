package org.moduletools.indexing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.moduletools.kernel.BoundedWait;
import org.moduletools.work.Crew;

/**
 * The indexes of a folder of modules, as values. Problems of a file are reported when all files
 * have been rendered.
 */
public final class ModuleIndex {

  /**
   * The longest wait for another depmod, which writes for seconds, or on a slow disk for minutes.
   */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Run run;
  private final Catalog catalog;
  private final Runnable keeping;

  ModuleIndex(Run run, Catalog catalog, Runnable keeping) {
    this.run = run;
    this.catalog = catalog;
    this.keeping = keeping;
  }

  /** Returns whether all files and folders could be read, so that no module is missing. */
  public boolean isComplete() {
    return run.isComplete();
  }

  /** Returns the modules, with all data in the text files, in their order. */
  public List<IndexedModule> modules() {
    return IndexedModule.of(catalog, run.listener());
  }

  /**
   * Returns the text files, in the order in which {@code depmod -n} prints them.
   *
   * @throws IndexingException if a file cannot be made
   */
  public List<OutputFile> texts() throws IndexingException {
    List<OutputFile> files =
        new ArrayList<>(render(DepFile.ALL.stream().filter(DepFile::isText).toList(), ready -> {}));
    files.addAll(1, mapFiles());
    return files;
  }

  /**
   * Returns all files.
   *
   * @throws IndexingException if a file cannot be made
   */
  public List<OutputFile> files() throws IndexingException {
    List<OutputFile> files = new ArrayList<>(render(DepFile.ALL, ready -> {}));
    files.addAll(mapFiles());
    return files;
  }

  /**
   * Writes all files to {@code directory}, which is made if need be. They replace the former ones
   * atomically. If another depmod writes there, this waits for it.
   *
   * @throws IndexingException if a file cannot be made; then the former files stay
   * @throws IOException if a file cannot be written, with its name in the message; then the former
   *     files stay
   */
  public void writeTo(Path directory) throws IOException {
    List<OutputFile> mapFiles = mapFiles();
    List<String> names = new ArrayList<>();
    DepFile.ALL.forEach(file -> names.add(file.name()));
    mapFiles.forEach(file -> names.add(file.name()));
    BoundedWait wait = new BoundedWait(run.request().time(), PATIENCE, run.listener()::warning);
    new OutputDirectory(directory).publish(names, wait, taker -> {
      mapFiles.forEach(taker);
      render(DepFile.ALL, taker);
    });
    keeping.run();
  }

  private List<OutputFile> mapFiles() {
    return run.request().has(IndexOption.MAP_FILES)
        ? MapFileSet.render(DeviceTableReader.read(catalog.modules(), run.listener()))
        : List.of();
  }

  private record Rendered(OutputFile output, Complaints complaints) {}

  /** Renders on all cores, passes each file to {@code taker} when it is ready, and returns all. */
  private List<OutputFile> render(List<DepFile> files, Consumer<OutputFile> taker)
      throws IndexingException {
    Rendered[] all = new Rendered[files.size()];
    Crew.OF_PROCESSORS.forEach(all.length, i -> {
      DepFile file = files.get(i);
      Complaints complaints = new Complaints();
      OutputBytes content = file.renderer().render(catalog, complaints);
      all[i] = new Rendered(new OutputFile(file.name(), content), complaints);
      taker.accept(all[i].output());
    });
    List<OutputFile> outputs = new ArrayList<>(all.length);
    for (Rendered one : all) {
      one.complaints().reportTo(run.listener());
      outputs.add(one.output());
    }
    return outputs;
  }
}
