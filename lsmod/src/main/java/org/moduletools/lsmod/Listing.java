package org.moduletools.lsmod;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.moduletools.cli.Host;
import org.moduletools.cli.JsonOutput;
import org.moduletools.kernel.LoadedModule;
import org.moduletools.module.ModuleName;

/** The forms in which loaded modules are printed, but for {@link UseTree}. */
final class Listing {

  private static final String HEADER = "Module                  Size  Used by\n";
  private static final int NAME_COLUMNS = 19;
  private static final int SIZE_COLUMNS = 8;

  /**
   * The count that kmod prints for a kernel that keeps none (kmod 34, libkmod/libkmod-module.c:
   * kmod_module_get_refcnt, which returns -ENOENT).
   */
  private static final int NOT_COUNTED = -2;

  private Listing() {}

  /**
   * Prints the table of kmod (kmod 34, tools/lsmod.c: do_lsmod). Where a row of a very old kernel
   * has no more than name and size, it has two columns, as module-init-tools had it.
   */
  static void table(List<LoadedModule> modules, PrintStream out) {
    out.print(HEADER);
    for (LoadedModule module : modules) {
      String name = module.name().value();
      String size = Long.toString(module.sizeBytes());
      out.print(name + blanks(NAME_COLUMNS - name.length()) + " "
          + blanks(SIZE_COLUMNS - size.length()) + size);
      if (module.hasUseColumns()) {
        out.print("  " + module.references().orElse(NOT_COUNTED));
      }
      String users = names(module).stream().collect(Collectors.joining(","));
      out.print(users.isEmpty() ? "\n" : " " + users + "\n");
    }
  }

  private static String blanks(int count) {
    return " ".repeat(Math.max(0, count));
  }

  private static List<String> names(LoadedModule module) {
    return module.users().stream().map(ModuleName::value).toList();
  }

  /** Prints a JSON document. Where the table has two columns there is no {@code used}. */
  static void json(List<LoadedModule> modules, Host host) {
    try (JsonOutput json = new JsonOutput(host)) {
      json.beginList("modules");
      for (LoadedModule module : modules) {
        json.beginObject();
        json.member("name", module.name().value());
        json.member("size", module.sizeBytes());
        if (module.hasUseColumns()) {
          json.member("used", module.references().orElse(NOT_COUNTED));
        }
        json.member("users", names(module));
        json.member("permanent", module.permanent());
        json.member("state", module.state().name().toLowerCase(Locale.ROOT));
        json.endObject();
      }
      json.endList();
    }
  }
}
