package org.moduletools.indexing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.moduletools.config.Softdeps;
import org.moduletools.index.DeviceNode;
import org.moduletools.indexing.SymbolTable.Symbol;
import org.moduletools.module.ModuleName;

/**
 * A module in the indexes.
 *
 * @param name its name
 * @param file the name of its file in modules.dep
 * @param needs all modules that it needs, directly or not, users before used
 * @param aliases its aliases, in its spelling
 * @param softdeps its softdep strings
 * @param weakdeps its weakdep strings
 * @param exports the symbols that it exports, sorted
 * @param deviceNodes the device node that loads it when opened, or none
 */
public record IndexedModule(
    ModuleName name,
    String file,
    List<ModuleName> needs,
    List<String> aliases,
    Softdeps softdeps,
    List<String> weakdeps,
    List<String> exports,
    List<DeviceNode> deviceNodes) {

  /** Copies the lists. */
  public IndexedModule {
    needs = List.copyOf(needs);
    aliases = List.copyOf(aliases);
    weakdeps = List.copyOf(weakdeps);
    exports = List.copyOf(exports);
    deviceNodes = List.copyOf(deviceNodes);
  }

  /** Returns the modules of {@code catalog}. Problems of device nodes are reported. */
  static List<IndexedModule> of(Catalog catalog, IndexingListener listener) {
    Map<Integer, List<String>> exports = new HashMap<>();
    for (Symbol symbol : catalog.exported()) {
      exports.computeIfAbsent(symbol.owner(), owner -> new ArrayList<>()).add(symbol.name());
    }
    exports.values().forEach(Collections::sort);
    List<IndexedModule> modules = new ArrayList<>(catalog.modules().size());
    for (int i = 0; i < catalog.modules().size(); i++) {
      modules.add(of(i, catalog, exports.getOrDefault(i, List.of()), listener));
    }
    return modules;
  }

  private static IndexedModule of(
      int position, Catalog catalog, List<String> exports, IndexingListener listener) {
    DepmodModule module = catalog.modules().get(position);
    List<ModuleName> needs = new ArrayList<>();
    for (int needed : catalog.dependencies()[position]) {
      needs.add(catalog.modules().get(needed).file().name());
    }
    List<String> weakdeps = new ArrayList<>();
    module.weakdeps().forEach(words -> weakdeps.addAll(Softdeps.words(words)));
    return new IndexedModule(
        module.file().name(),
        module.file().listed(),
        needs,
        module.aliases(),
        Softdeps.join(module.softdeps().stream().map(Softdeps::parse).toList()),
        weakdeps,
        exports,
        TextFiles.deviceNode(module, listener::error).stream().toList());
  }
}
