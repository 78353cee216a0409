package org.moduletools.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.moduletools.config.ModprobeConfig;
import org.moduletools.diagnosis.Cause;
import org.moduletools.module.KernelRelease;
import org.moduletools.tree.ModuleTree;

/**
 * The notes on causes after an error. Causes are searched only if they are shown, and only after a
 * failure.
 *
 * @param host the host of the failed run
 * @param messages prints the notes
 */
public record Notes(Host host, Messages messages) {

  /** Returns the release of the running kernel; empty for an image. */
  public KernelRelease running() {
    return host.root().getNameCount() > 0
        ? new KernelRelease("")
        : host.kernel().release();
  }

  /** Returns the lines for {@code causes}; none if notes are not shown. */
  public List<String> lines(Supplier<? extends List<? extends Cause>> causes) {
    return messages.shows(Severity.NOTE)
        ? causes.get().stream().map(Cause::inWords).toList()
        : List.of();
  }

  /** Prints {@code causes}. */
  public void say(Supplier<? extends List<? extends Cause>> causes) {
    lines(causes).forEach(messages::note);
  }

  /** Prints the causes that {@code finder} finds among the modules of the running kernel. */
  public void sayOf(Function<ModuleTree, List<Cause>> finder) {
    say(() -> {
      Path directory = host.moduleDirectory(host.kernel().release());
      try (ModuleTree tree = ModuleTree.open(directory, ModprobeConfig.EMPTY)) {
        return finder.apply(tree);
      }
    });
  }
}
