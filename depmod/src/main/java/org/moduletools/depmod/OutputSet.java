package org.moduletools.depmod;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.moduletools.cli.Crew;
import org.moduletools.cli.FatalException;
import org.moduletools.cli.Messages;
import org.moduletools.kernel.BoundedWait;

/** All the files of one run. What is wrong with one costs a message when all have been rendered. */
final class OutputSet {

  private final Catalog catalog;
  private final List<OutputFile> mapFiles;
  private final Messages messages;

  /** Makes the set of those that {@link DepFile} lists, from {@code catalog}, and of map files. */
  OutputSet(Catalog catalog, List<OutputFile> mapFiles, Messages messages) {
    this.catalog = catalog;
    this.mapFiles = mapFiles;
    this.messages = messages;
  }

  /**
   * Replaces the former set in {@code directory} by this one.
   *
   * @param wait how long another depmod is waited for that writes there
   * @throws IOException whose message names a file, if that fails
   * @throws FatalException if there can be no such file
   */
  void publish(Path directory, BoundedWait wait) throws IOException {
    List<String> names = new ArrayList<>();
    DepFile.ALL.forEach(file -> names.add(file.name()));
    mapFiles.forEach(file -> names.add(file.name()));
    new OutputDirectory(directory).publish(names, wait, taker -> {
      mapFiles.forEach(taker);
      render(DepFile.ALL, taker);
    });
  }

  /** Prints the text files, as {@code -n} wants it: modules.dep, the map files, then the others. */
  void print(PrintStream out) {
    List<DepFile> texts = DepFile.ALL.stream().filter(DepFile::isText).toList();
    List<OutputFile> files = new ArrayList<>(render(texts, ready -> {}));
    files.addAll(1, mapFiles);
    for (OutputFile file : files) {
      for (ByteBuffer piece : file.content().pieces()) {
        out.write(piece.array(), piece.arrayOffset() + piece.position(), piece.remaining());
      }
    }
  }

  private record Rendered(OutputFile output, Complaints complaints) {}

  /** Renders on all cores; hands each file to {@code taker} when it is ready, and returns all. */
  private List<OutputFile> render(List<DepFile> files, Consumer<OutputFile> taker) {
    Rendered[] all = new Rendered[files.size()];
    Crew.OF_PROCESSORS.forEach(all.length, i -> {
      DepFile file = files.get(i);
      Complaints complaints = new Complaints();
      OutputBytes content = file.renderer().render(catalog, complaints);
      all[i] = new Rendered(new OutputFile(file.name(), content), complaints);
      taker.accept(all[i].output());
    });
    List<Rendered> rendered = List.of(all);
    rendered.forEach(one -> one.complaints().sayTo(messages));
    return rendered.stream().map(Rendered::output).toList();
  }
}
