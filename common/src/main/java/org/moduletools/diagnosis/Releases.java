package org.moduletools.diagnosis;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.moduletools.module.KernelRelease;

/** The kernel releases whose modules are installed. */
public final class Releases {

  private Releases() {}

  /** Returns the releases that have a folder in {@code libModules}, sorted by name. */
  public static List<String> in(Path libModules) {
    return KernelText.namesIn(libModules).stream()
        .filter(KernelRelease::isRelease)
        .filter(name -> Files.isDirectory(libModules.resolve(name)))
        .toList();
  }
}
