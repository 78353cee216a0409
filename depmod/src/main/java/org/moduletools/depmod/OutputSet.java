package org.moduletools.depmod;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.moduletools.cli.FatalException;
import org.moduletools.cli.Messages;

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
   * @throws IOException whose message names a file, if that fails
   * @throws FatalException if there can be no such file
   */
  void publish(Path directory) throws IOException {
    List<String> names = new ArrayList<>();
    DepFile.ALL.forEach(file -> names.add(file.name()));
    mapFiles.forEach(file -> names.add(file.name()));
    new OutputDirectory(directory).publish(names, taker -> {
      mapFiles.forEach(taker);
      render(DepFile.ALL, taker);
    });
  }

  /** Prints the text files, as {@code -n} wants it: modules.dep, the map files, then the others. */
  void print(PrintStream out) {
    List<DepFile> texts = DepFile.ALL.stream().filter(DepFile::isText).toList();
    Map<String, OutputBytes> rendered = new ConcurrentHashMap<>();
    render(texts, file -> rendered.put(file.name(), file.content()));
    List<OutputBytes> inOrder = new ArrayList<>();
    for (DepFile text : texts) {
      inOrder.add(Objects.requireNonNull(rendered.get(text.name())));
    }
    inOrder.addAll(1, mapFiles.stream().map(OutputFile::content).toList());
    for (OutputBytes text : inOrder) {
      for (ByteBuffer piece : text.pieces()) {
        out.write(piece.array(), piece.arrayOffset() + piece.position(), piece.remaining());
      }
    }
  }

  /** Renders on all cores, and hands each file to {@code taker} when it is ready. */
  private void render(List<DepFile> files, Consumer<OutputFile> taker) {
    List<Complaints> complaints = files.parallelStream()
        .map(file -> {
          Complaints ofThis = new Complaints();
          OutputBytes content = file.renderer().render(catalog, ofThis);
          taker.accept(new OutputFile(file.name(), content));
          return ofThis;
        })
        .toList();
    complaints.forEach(ofThis -> ofThis.sayTo(messages));
  }
}
