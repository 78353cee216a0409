package org.moduletools.depmod;

import java.util.List;
import org.moduletools.cli.Host;
import org.moduletools.cli.JsonOutput;
import org.moduletools.index.DeviceNode;
import org.moduletools.indexing.IndexedModule;
import org.moduletools.module.ModuleName;

/** Prints the content of the text files as JSON, module by module. */
final class JsonListing {

  private JsonListing() {}

  /** Prints {@code modules} in their order on the output of {@code host}. */
  static void print(List<IndexedModule> modules, Host host) {
    try (JsonOutput json = new JsonOutput(host)) {
      json.beginList("modules");
      for (IndexedModule module : modules) {
        print(module, json);
      }
      json.endList();
    }
  }

  private static void print(IndexedModule module, JsonOutput json) {
    json.beginObject();
    json.member("name", module.name().value());
    json.member("file", module.file());
    json.member("needs", module.needs().stream().map(ModuleName::value).toList());
    json.member("aliases", module.aliases());
    json.beginObject("softdeps");
    json.member("pre", module.softdeps().pre());
    json.member("post", module.softdeps().post());
    json.endObject();
    json.member("weakdeps", module.weakdeps());
    json.member("exports", module.exports());
    module.deviceNodes().forEach(node -> print(node, json));
    json.endObject();
  }

  private static void print(DeviceNode node, JsonOutput json) {
    json.beginObject("deviceNode");
    json.member("path", node.path());
    json.member("type", String.valueOf(node.type()));
    json.member("major", node.major());
    json.member("minor", node.minor());
    json.endObject();
  }
}
