package org.moduletools.depmod;

import java.util.ArrayList;
import java.util.List;
import org.moduletools.cli.Messages;

/** All the files of one run, rendered at the same time. */
final class OutputSet {

  private OutputSet() {}

  private record Rendered(OutputFile output, Complaints complaints) {}

  /** Renders every file, in the order of {@link DepFile}, and tells the user what is wrong. */
  static List<OutputFile> render(Catalog catalog, Messages messages) {
    return render(catalog, messages, DepFile.ALL);
  }

  /** Renders the text files only. */
  static List<OutputFile> renderTexts(Catalog catalog, Messages messages) {
    return render(
        catalog, messages, DepFile.ALL.stream().filter(DepFile::isText).toList());
  }

  private static List<OutputFile> render(Catalog catalog, Messages messages, List<DepFile> files) {
    List<Rendered> rendered =
        files.parallelStream().map(file -> render(catalog, file)).toList();
    List<OutputFile> outputs = new ArrayList<>();
    for (Rendered one : rendered) {
      one.complaints().sayTo(messages);
      outputs.add(one.output());
    }
    return outputs;
  }

  private static Rendered render(Catalog catalog, DepFile file) {
    Complaints complaints = new Complaints();
    byte[] content = file.renderer().render(catalog, complaints);
    return new Rendered(new OutputFile(file.name(), content), complaints);
  }
}
