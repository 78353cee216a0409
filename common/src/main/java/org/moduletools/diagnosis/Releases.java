package org.moduletools.diagnosis;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.moduletools.files.SystemRoot;
import org.moduletools.module.KernelRelease;

/** The kernel releases whose modules are installed. */
public final class Releases {

  private Releases() {}

  /**
   * Returns the releases that have a folder in {@code libModules}, sorted by name; {@code system}
   * says where links lead.
   */
  public static List<String> in(Path libModules, SystemRoot system) {
    Path folder = system.follow(libModules);
    return KernelText.namesIn(folder).stream()
        .filter(KernelRelease::isRelease)
        .filter(name -> Files.isDirectory(system.follow(folder.resolve(name))))
        .toList();
  }
}
