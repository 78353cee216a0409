package org.moduletools.diagnosis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.moduletools.files.SystemRoot;
import org.moduletools.module.KernelRelease;
import org.moduletools.module.ModuleSuffix;

/** The kernel releases whose modules are installed. */
public final class Releases {

  /** How deep files lie at most. */
  private static final int DEPTH = 32;

  /** What a folder holds that has modules, or had depmod run over it. */
  private static final List<String> SIGNS =
      List.of("kernel", "modules.dep", "modules.dep.bin", "modules.builtin", "modules.devname");

  private Releases() {}

  /**
   * Returns the releases that have a folder in {@code libModules}, sorted by name; {@code system}
   * says where links lead. What a package has left behind without modules or indexes is none.
   */
  public static List<String> in(Path libModules, SystemRoot system) {
    Path folder = system.follow(libModules);
    return KernelText.namesIn(folder).stream()
        .filter(KernelRelease::isRelease)
        .filter(name -> hasModules(system.follow(folder.resolve(name))))
        .toList();
  }

  private static boolean hasModules(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    boolean isPlain = SIGNS.stream().anyMatch(sign -> Files.exists(folder.resolve(sign)));
    return isPlain || holdsModule(folder);
  }

  private static boolean holdsModule(Path folder) {
    try (Stream<Path> files = Files.walk(folder, DEPTH)) {
      return files.anyMatch(file -> ModuleSuffix.isOn(String.valueOf(file.getFileName())));
    } catch (IOException | UncheckedIOException notTold) {
      return true;
    }
  }
}
