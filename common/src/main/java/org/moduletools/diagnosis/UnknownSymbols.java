package org.moduletools.diagnosis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.moduletools.kernel.Kernel;
import org.moduletools.module.ModuleName;
import org.moduletools.tree.ModuleTree;

/**
 * A module that the kernel has refused for "Unknown symbol".
 *
 * @param module the name by which the kernel's log calls it
 * @param file its file
 */
record UnknownSymbols(ModuleName module, Path file) {

  /** The end of the kernel's line (kernel/module/main.c: simplify_symbols). */
  private static final Pattern LOGGED =
      Pattern.compile("(\\S+): Unknown symbol (\\S+) \\(err -2\\)$");

  /**
   * Returns what was missing, and the module's licence if that is a cause.
   *
   * @param tree the modules of the release that runs
   * @param root the folder that holds proc
   * @throws IOException if the file or an index is damaged
   */
  List<Cause> causes(ModuleTree tree, Kernel kernel, Path root) throws IOException {
    NeededSymbols needed = NeededSymbols.of(
        file,
        tree,
        new KernelSymbols(tree, root, true),
        its -> kernel.state(its).isInKernel());
    List<Cause> causes = new ArrayList<>(needed.missing().causes());
    needed.licence().ifPresent(licence -> {
      if (!licence.symbols().isEmpty()) {
        causes.add(licence);
      } else if (causes.isEmpty()) {
        List<String> logged = logged(kernel);
        String more =
            logged.isEmpty() ? "" : "; its log names " + Sentence.allOf(logged, Licence.NAMED);
        causes.add(() -> licence.inWords() + more);
      }
    });
    return causes;
  }

  /** Returns the symbols of the kernel's lines about the module; it writes one for each. */
  private List<String> logged(Kernel kernel) {
    Set<String> symbols = new LinkedHashSet<>();
    for (String line : KernelLog.recentLines(kernel)) {
      Matcher matcher = LOGGED.matcher(line);
      if (matcher.find() && new ModuleName(matcher.group(1)).equals(module)) {
        symbols.add(matcher.group(2));
      }
    }
    return List.copyOf(symbols);
  }
}
