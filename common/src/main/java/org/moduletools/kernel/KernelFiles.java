package org.moduletools.kernel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.moduletools.module.ModuleName;

/**
 * The modules of a kernel, read from /proc and /sys. /proc/modules is read where /sys/module has no
 * answer, so that kernels without one of them are served.
 */
public final class KernelFiles {

  private final Path procModules;
  private final SysModules sys;
  private volatile boolean mounted;

  /** {@code root} is the folder that holds proc and sys: {@code /}, but for tests. */
  public KernelFiles(Path root) {
    this.procModules = root.resolve("proc/modules");
    this.sys = new SysModules(root.resolve("sys/module"));
  }

  /** As {@link Kernel#state}. */
  public ModuleState state(ModuleName name) {
    if (!sys.has(name)) {
      return isMounted()
          ? ModuleState.ABSENT
          : procModules().map(rows -> stateIn(rows, name)).orElse(ModuleState.UNKNOWN);
    }
    return sys.initState(name).orElseGet(() -> stateWithoutInitState(name));
  }

  /** Looks only until there is a /sys/module: it does not vanish while modules are loaded. */
  private boolean isMounted() {
    mounted = mounted || sys.isMounted();
    return mounted;
  }

  /** As {@link Kernel#references}. */
  public OptionalInt references(ModuleName name) {
    OptionalLong count = sys.number(name, "refcnt");
    if (count.isPresent()) {
      return OptionalInt.of((int) count.getAsLong());
    }
    return row(name).map(LoadedModule::references).orElse(OptionalInt.empty());
  }

  /** As {@link Kernel#holders}. */
  public List<ModuleName> holders(ModuleName name) {
    return sys.holders(name).orElseGet(() -> row(name).map(LoadedModule::users).orElse(List.of()));
  }

  /** As {@link Kernel#sizeBytes}. */
  public OptionalLong sizeBytes(ModuleName name) {
    OptionalLong size = sys.number(name, "coresize");
    if (size.isPresent()) {
      return size;
    }
    return row(name).map(row -> OptionalLong.of(row.sizeBytes())).orElse(OptionalLong.empty());
  }

  /** As {@link Kernel#loadedModules}. */
  public List<LoadedModule> loadedModules() throws IOException {
    return ProcModules.read(procModules).modules();
  }

  /**
   * Returns all loaded modules, the last loaded first, with the values that /sys/module has at this
   * moment; users are in its order. Modules that vanish meanwhile are left out. Where there is no
   * /sys/module the rows of /proc/modules serve.
   *
   * @throws IOException if /proc/modules is missing or cannot be read
   */
  public List<LoadedModule> loadedModulesNow() throws IOException {
    List<LoadedModule> rows = loadedModules();
    if (!sys.isMounted()) {
      return rows;
    }
    List<LoadedModule> modules = new ArrayList<>();
    for (LoadedModule row : rows) {
      LoadedModule now = now(row);
      if (sys.has(row.name())) {
        modules.add(now);
      }
    }
    return modules;
  }

  private LoadedModule now(LoadedModule row) {
    ModuleName name = row.name();
    OptionalLong references = sys.number(name, "refcnt");
    return new LoadedModule(
        name,
        sys.number(name, "coresize").orElse(row.sizeBytes()),
        row.hasUseColumns() || references.isPresent(),
        references.isPresent() ? OptionalInt.of((int) references.getAsLong()) : row.references(),
        sys.holders(name).map(users -> row.usedByColumn(users)).orElse(row.usedBy()),
        sys.initState(name).orElse(row.state()));
  }

  /** As {@link Kernel#compression}. */
  public Optional<String> compression() {
    return sys.compression();
  }

  /**
   * The folder is there, {@code initstate} is not: an old kernel, a module that began this moment,
   * one that ended this moment, or a part of the kernel. kmod reports all of them as coming
   * (libkmod/libkmod-module.c: kmod_module_get_initstate). But a part of the kernel never comes,
   * and a wait for it would be in vain. Only a module in the list of modules is coming.
   */
  private ModuleState stateWithoutInitState(ModuleName name) {
    Optional<ProcModules> rows = procModules();
    if (rows.isEmpty()) {
      return sys.isFolder(name) ? ModuleState.BUILTIN : ModuleState.UNKNOWN;
    }
    ModuleState state = stateIn(rows.get(), name);
    return state == ModuleState.ABSENT && sys.has(name) ? ModuleState.BUILTIN : state;
  }

  private static ModuleState stateIn(ProcModules rows, ModuleName name) {
    return rows.find(name).map(LoadedModule::state).orElse(ModuleState.ABSENT);
  }

  private Optional<LoadedModule> row(ModuleName name) {
    return procModules().flatMap(rows -> rows.find(name));
  }

  private Optional<ProcModules> procModules() {
    try {
      return Optional.of(ProcModules.read(procModules));
    } catch (IOException notThere) {
      return Optional.empty();
    }
  }
}
