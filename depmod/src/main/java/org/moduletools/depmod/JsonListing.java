package org.moduletools.depmod;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.moduletools.cli.Host;
import org.moduletools.cli.JsonOutput;
import org.moduletools.cli.Messages;
import org.moduletools.config.Softdeps;
import org.moduletools.depmod.SymbolTable.Symbol;

/** Prints what the text files say as JSON, module by module in their order. */
final class JsonListing {

  private final Catalog catalog;
  private final JsonOutput json;
  private final Map<Integer, List<String>> exports = new HashMap<>();
  private final Map<String, String> deviceNodes = new HashMap<>();

  private JsonListing(Catalog catalog, JsonOutput json) {
    this.catalog = catalog;
    this.json = json;
  }

  /**
   * Prints {@code catalog} on the output of {@code host}, and tells the user what is wrong with it.
   */
  static void print(Catalog catalog, Messages messages, Host host) {
    Complaints complaints = new Complaints();
    try (JsonOutput json = new JsonOutput(host)) {
      JsonListing listing = new JsonListing(catalog, json);
      listing.sortOut(TextFiles.devname(catalog, complaints).toString());
      json.beginList("modules");
      for (int i = 0; i < catalog.modules().size(); i++) {
        listing.print(i);
      }
      json.endList();
    }
    complaints.sayTo(messages);
  }

  /** Sorts symbols and lines of modules.devname by module, symbols then by name. */
  private void sortOut(String devname) {
    for (Symbol symbol : catalog.exported()) {
      exports.computeIfAbsent(symbol.owner(), owner -> new ArrayList<>()).add(symbol.name());
    }
    exports.values().forEach(Collections::sort);
    for (String line : devname.lines().toList()) {
      int blank = line.indexOf(' '); // the first line is a comment, which is no module's
      deviceNodes.put(line.substring(0, blank), line.substring(blank + 1));
    }
  }

  private void print(int position) {
    DepmodModule module = catalog.modules().get(position);
    json.beginObject();
    json.member("name", module.name());
    json.member("file", module.file().listed());
    List<String> needs = new ArrayList<>();
    for (int needed : catalog.dependencies()[position]) {
      needs.add(catalog.modules().get(needed).name());
    }
    json.member("needs", needs);
    json.member("aliases", module.aliases());
    Softdeps softdeps =
        Softdeps.join(module.softdeps().stream().map(Softdeps::parse).toList());
    json.beginObject("softdeps");
    json.member("pre", softdeps.pre());
    json.member("post", softdeps.post());
    json.endObject();
    List<String> weakdeps = new ArrayList<>();
    module.weakdeps().forEach(words -> weakdeps.addAll(Softdeps.words(words)));
    json.member("weakdeps", weakdeps);
    json.member("exports", exports.getOrDefault(position, List.of()));
    if (deviceNodes.containsKey(module.name())) {
      printDeviceNode(deviceNodes.get(module.name()));
    }
    json.endObject();
  }

  /** {@code line} is such as {@code net/tun c10:200}. */
  private void printDeviceNode(String line) {
    int blank = line.lastIndexOf(' ');
    int colon = line.lastIndexOf(':');
    json.beginObject("deviceNode");
    json.member("path", line.substring(0, blank));
    json.member("type", line.substring(blank + 1, blank + 2));
    json.member("major", Long.parseLong(line.substring(blank + 2, colon)));
    json.member("minor", Long.parseLong(line.substring(colon + 1)));
    json.endObject();
  }
}
