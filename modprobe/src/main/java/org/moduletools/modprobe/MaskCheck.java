package org.moduletools.modprobe;

import java.util.ArrayList;
import java.util.List;
import org.moduletools.config.ConfigEntry;
import org.moduletools.module.ModuleName;
import org.moduletools.tree.Meaning;

/**
 * Which mask lines mask nothing, since what they name is no module.
 *
 * @param installation has the lines, and the modules
 */
record MaskCheck(Installation installation) {

  /** Returns a sentence for each; a name that nothing knows may be that of a module to come. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    for (ConfigEntry line : installation.config().entries()) {
      if (line.command().equals("mask")
          && installation.catalog().file(new ModuleName(line.name())).isEmpty()) {
        String words = problem(installation.catalog().meaning(line.name()));
        if (!words.isEmpty()) {
          problems.add(line.source() + ": mask takes the name of one module, and '" + line.name()
              + "' is " + words);
        }
      }
    }
    return problems;
  }

  private static String problem(Meaning meaning) {
    return switch (meaning.table()) {
      case CONFIGURED_ALIASES, ALIASES, SYMBOLS, BUILTIN_ALIASES ->
        "an alias of " + meaning.modules().get(0).name() + ": it masks nothing";
      case BUILTINS -> "a part of the kernel, which stays";
      case MODULES, COMMANDS, NONE -> "";
    };
  }
}
