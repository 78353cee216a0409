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
      String words = line.command().equals("mask") ? problem(line.name()) : "";
      if (!words.isEmpty()) {
        problems.add(line.source() + ": mask takes the name of one module, and '" + line.name()
            + "' is " + words);
      }
    }
    return problems;
  }

  private String problem(String name) {
    Catalog catalog = installation.catalog();
    ModuleName module = new ModuleName(name);
    if (catalog.file(module).isPresent()) {
      return "";
    }
    if (catalog.isBuiltin(module)) {
      return "a part of the kernel, which stays";
    }
    Meaning meaning = catalog.meaning(name);
    return switch (meaning.table()) {
      case CONFIGURED_ALIASES, ALIASES, SYMBOLS, BUILTIN_ALIASES ->
        "an alias of " + meaning.modules().get(0).name() + ": it masks nothing";
      case BUILTINS, MODULES, COMMANDS, NONE -> "";
    };
  }
}
