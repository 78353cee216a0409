package org.moduletools.depmod;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.moduletools.cli.FatalException;
import org.moduletools.cli.Host;
import org.moduletools.cli.IoReason;
import org.moduletools.files.FileStatus;
import org.moduletools.module.ModuleName;

/**
 * The modules that the command line names, in place of all. Their names need not end as a module's
 * do, and depmod.d has no say (kmod 34, tools/depmod.c: do_depmod).
 */
final class NamedModules {

  private NamedModules() {}

  /**
   * Returns them in the order given.
   *
   * @param files absolute paths
   * @param directory the module directory, below which paths are listed relative to it
   * @throws FatalException if a path is relative, leads to no regular file, or two have one name
   */
  static List<FoundModule> of(List<String> files, Path directory, Host host) {
    List<FoundModule> found = new ArrayList<>();
    Set<ModuleName> names = new HashSet<>();
    for (String file : files) {
      if (!file.startsWith("/")) {
        throw new FatalException(file + ": not absolute path.");
      }
      Path path = host.path(file);
      FileStatus status;
      try {
        status = host.machine().files().status(path);
      } catch (IOException failure) {
        throw new FatalException("could not create module " + file + ": " + IoReason.of(failure));
      }
      if (!status.isRegular()) {
        throw new FatalException("could not create module " + file + ": " + wrong(file, status));
      }
      FoundModule module = FoundModule.of(path, listed(path, directory), status);
      if (!names.add(module.name())) {
        throw new FatalException("could not add module " + file + ": File exists");
      }
      found.add(module);
    }
    return found;
  }

  private static String wrong(String file, FileStatus status) {
    return status.isDirectory()
        ? "Is a directory; " + Target.expectation(file) + ", or a module's file"
        : "not a regular file";
  }

  private static String listed(Path file, Path directory) {
    return (file.startsWith(directory) ? directory.relativize(file) : file).toString();
  }
}
