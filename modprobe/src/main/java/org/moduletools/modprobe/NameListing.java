package org.moduletools.modprobe;

import java.io.PrintStream;
import java.util.List;
import org.moduletools.cli.Host;
import org.moduletools.cli.JsonOutput;
import org.moduletools.module.ModuleName;

/** Shows the modules of names ({@code modprobe -R}). */
interface NameListing extends AutoCloseable {

  /**
   * Shows the modules of {@code name}, of which there may be none, and those of them that are
   * masked.
   */
  void show(String name, List<ModuleName> modules, List<ModuleName> masked);

  /** Ends the list. */
  @Override
  void close();

  /** Returns one that prints the modules, one a line. */
  static NameListing text(PrintStream out) {
    return new NameListing() {
      @Override
      public void show(String name, List<ModuleName> modules, List<ModuleName> masked) {
        modules.forEach(module -> out.print(module + "\n"));
      }

      @Override
      public void close() {
        // each line is complete by itself
      }
    };
  }

  /** Returns one that prints a JSON document. */
  static NameListing json(Host host) {
    JsonOutput json = new JsonOutput(host);
    json.beginList("names");
    return new NameListing() {
      @Override
      public void show(String name, List<ModuleName> modules, List<ModuleName> masked) {
        json.beginObject();
        json.member("name", name);
        json.member("modules", modules.stream().map(ModuleName::value).toList());
        json.member("masked", masked.stream().map(ModuleName::value).toList());
        json.endObject();
      }

      @Override
      public void close() {
        json.endList();
        json.close();
      }
    };
  }
}
