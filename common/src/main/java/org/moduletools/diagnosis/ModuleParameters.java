package org.moduletools.diagnosis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.moduletools.modulefile.Modinfo;

/**
 * The parameters that a module states in its {@code .modinfo}.
 *
 * @param types each one's type by its name, such as {@code array of int}; empty text if the module
 *     states only what it means
 */
public record ModuleParameters(Map<String, String> types) {

  /**
   * Those that the kernel takes for every module, letter by letter (kernel/module/main.c:
   * unknown_module_param_cb).
   */
  private static final Set<String> OF_ALL_MODULES = Set.of("dyndbg", "async_probe");

  /** Copies {@code types}, whose order is kept. */
  public ModuleParameters {
    types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
  }

  /** Returns those that {@code modinfo} states ({@code parm} and {@code parmtype}). */
  public static ModuleParameters of(Modinfo modinfo) {
    Map<String, String> types = new LinkedHashMap<>();
    for (String text : modinfo.values("parm")) {
      int colon = text.indexOf(':');
      if (colon > 0) {
        types.put(text.substring(0, colon), "");
      }
    }
    for (String text : modinfo.values("parmtype")) {
      int colon = text.indexOf(':');
      if (colon > 0) {
        types.put(text.substring(0, colon), text.substring(colon + 1));
      }
    }
    return new ModuleParameters(types);
  }

  /**
   * Returns the type of the parameter {@code name}, or nothing if the module has none of that name.
   * {@code -} and {@code _} are the same in it (kernel/params.c: parameq).
   */
  public Optional<String> type(String name) {
    String normal = normal(name);
    for (Map.Entry<String, String> parameter : types.entrySet()) {
      if (normal(parameter.getKey()).equals(normal)) {
        return Optional.of(parameter.getValue());
      }
    }
    return OF_ALL_MODULES.contains(name) ? Optional.of("") : Optional.empty();
  }

  /** Returns the names that {@code name} may be a misspelling of. */
  public List<String> near(String name) {
    return NearNames.to(name, types.keySet());
  }

  private static String normal(String name) {
    return name.replace('-', '_');
  }
}
