package org.moduletools.cli;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.moduletools.config.ModprobeConfig;
import org.moduletools.diagnosis.Cause;
import org.moduletools.module.KernelRelease;
import org.moduletools.tree.ModuleTree;

/**
 * What a program says behind an error of its cause. Causes are found out only if they are shown,
 * and only when this is asked for: after something failed.
 *
 * @param host the world in which it failed
 * @param messages say it
 */
public record Notes(Host host, Messages messages) {

  /** Returns the release of the kernel that runs; empty for an image, in which none does. */
  public KernelRelease running() {
    return host.root().getNameCount() > 0
        ? new KernelRelease("")
        : host.kernel().release();
  }

  /** Returns the lines for {@code causes}; none if the user wants to hear nothing. */
  public List<String> lines(Supplier<? extends List<? extends Cause>> causes) {
    return messages.shows(Severity.NOTE)
        ? causes.get().stream().map(Cause::inWords).toList()
        : List.of();
  }

  /** Says {@code causes}. */
  public void say(Supplier<? extends List<? extends Cause>> causes) {
    lines(causes).forEach(messages::note);
  }

  /** Says the causes that {@code finder} finds among the modules of the kernel that runs. */
  public void sayOf(Function<ModuleTree, List<Cause>> finder) {
    say(() -> {
      String release = host.kernel().release().value();
      try (ModuleTree tree = ModuleTree.open(
          host.root().resolve("lib/modules").resolve(release), ModprobeConfig.EMPTY)) {
        return finder.apply(tree);
      }
    });
  }
}
