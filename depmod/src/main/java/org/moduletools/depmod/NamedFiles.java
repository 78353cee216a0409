package org.moduletools.depmod;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.moduletools.cli.FatalException;
import org.moduletools.cli.Host;
import org.moduletools.files.FileStatus;
import org.moduletools.files.IoReason;

/** The module files that the command line names, in place of all. */
final class NamedFiles {

  private NamedFiles() {}

  /**
   * Returns the files in the given order.
   *
   * @throws FatalException if a path is relative or leads to no regular file
   */
  static List<Path> of(List<String> files, Host host) {
    List<Path> paths = new ArrayList<>();
    for (String file : files) {
      if (!file.startsWith("/")) {
        throw new FatalException(file + ": not absolute path.");
      }
      Path path = host.path(file);
      try {
        FileStatus status = host.machine().files().status(path);
        if (!status.isRegular()) {
          throw new FatalException("could not create module " + file + ": " + wrong(file, status));
        }
      } catch (IOException failure) {
        throw new FatalException("could not create module " + file + ": " + IoReason.of(failure));
      }
      paths.add(path);
    }
    return paths;
  }

  private static String wrong(String file, FileStatus status) {
    return status.isDirectory()
        ? "Is a directory; " + Target.expectation(file) + ", or a module's file"
        : "not a regular file";
  }
}
