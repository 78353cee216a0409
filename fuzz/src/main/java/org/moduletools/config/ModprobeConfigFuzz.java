package org.moduletools.config;

import java.nio.file.Path;
import java.util.List;
import org.moduletools.fuzz.Finding;
import org.moduletools.fuzz.MemoryFolder;
import org.moduletools.module.ModuleName;

/** A file of modprobe.d, which may include itself. No exception is documented. */
public final class ModprobeConfigFuzz {

  private ModprobeConfigFuzz() {}

  /** Reads {@code input} as two files of modprobe.d and as modules.softdep. */
  public static void fuzzerTestOneInput(byte[] input) {
    try (MemoryFolder folder = new MemoryFolder()) {
      folder.put("etc/modprobe.d/a.conf", input);
      folder.put("etc/modprobe.d/b.conf", input);
      Path softdep = folder.put("modules.softdep", input);
      ModprobeConfig config = ModprobeConfig.read(
          ConfigFiles.standard(folder.root(), "modprobe.d", List.of(softdep)),
          KernelCommandLine.EMPTY);
      Finding.unlessEqual("lines", config.lines().size(), config.entries().size());
      for (ConfigEntry entry : config.entries().stream().limit(10).toList()) {
        lookUp(config, entry.name());
      }
      lookUp(config, "a");
    }
  }

  private static void lookUp(ModprobeConfig config, String name) {
    ModuleName module = new ModuleName(name);
    config.aliasesOf(name);
    config.isBlacklisted(module);
    config.optionsOf(module, name);
    config.installOf(module);
    config.removeOf(module);
    config.hasCommandNamed(module);
    config.softdepsOf(module);
    config.weakdepsOf(module);
  }
}
