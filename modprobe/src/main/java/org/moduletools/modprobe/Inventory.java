package org.moduletools.modprobe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.moduletools.kernel.SysDevices.Device;
import org.moduletools.module.ModuleName;
import org.moduletools.tree.ResolvedModule;

/** The devices of a machine with their modules. */
final class Inventory {

  /**
   * A device with a known alias.
   *
   * @param device the device
   * @param modules what its alias means, each once, but for what is blacklisted or masked, or needs
   *     what is masked; there may be nothing left
   */
  record Row(Device device, List<ResolvedModule> modules) {

    /** Copies {@code modules}. */
    Row {
      modules = List.copyOf(modules);
    }
  }

  private final Installation installation;
  private final Map<String, List<ResolvedModule>> known = new LinkedHashMap<>();

  Inventory(Installation installation) {
    this.installation = installation;
  }

  /** Returns the rows of the {@code devices} with known aliases. */
  List<Row> rows(List<Device> devices) {
    List<Row> rows = new ArrayList<>();
    for (Device device : devices) {
      List<ResolvedModule> modules = meantBy(device.alias());
      if (!modules.isEmpty()) {
        rows.add(new Row(device, modules));
      }
    }
    return rows;
  }

  /**
   * Returns the modules of each alias of {@code devices} that is new. A module of two aliases is
   * there once, since it drives both devices.
   */
  List<Request> news(List<Device> devices) {
    Set<String> before = new HashSet<>(known.keySet());
    Set<String> fresh = new LinkedHashSet<>();
    devices.forEach(device -> fresh.add(device.alias()));
    fresh.removeAll(before);
    Set<ModuleName> named = new HashSet<>();
    List<Request> news = new ArrayList<>();
    for (String alias : fresh) {
      List<ResolvedModule> modules = new ArrayList<>(meantBy(alias));
      modules.removeIf(module -> !named.add(module.name()));
      news.add(new Request(alias, modules, GivenParameters.NONE));
    }
    return news;
  }

  private List<ResolvedModule> meantBy(String alias) {
    return known.computeIfAbsent(alias, name -> {
      Map<ModuleName, ResolvedModule> modules = new LinkedHashMap<>();
      for (ResolvedModule module : installation.catalog().resolve(name)) {
        if (!isLeftOut(module.name())) {
          modules.putIfAbsent(module.name(), module);
        }
      }
      return List.copyOf(modules.values());
    });
  }

  private boolean isLeftOut(ModuleName module) {
    return installation.config().isBlacklisted(module)
        || installation.catalog().mask(module).isPresent();
  }
}
