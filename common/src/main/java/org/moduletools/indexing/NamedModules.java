package org.moduletools.indexing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.moduletools.files.FileStatus;
import org.moduletools.files.IoReason;
import org.moduletools.module.ModuleName;

/**
 * The modules that a request names, in place of all. Their files may have any ending, and depmod.d
 * is ignored (kmod 34, tools/depmod.c: do_depmod).
 */
final class NamedModules {

  private NamedModules() {}

  /**
   * Returns the modules in the given order.
   *
   * @throws IndexingException if a path leads to no regular file, or two have one name
   */
  static List<FoundModule> of(IndexRequest request) throws IndexingException {
    List<FoundModule> found = new ArrayList<>();
    Set<ModuleName> names = new HashSet<>();
    for (Path file : request.named()) {
      FoundModule module =
          new FoundModule(folder(file), listed(file, request.modules()), status(file, request));
      if (!names.add(module.name())) {
        throw new IndexingException("could not add module " + file + ": File exists");
      }
      found.add(module);
    }
    return found;
  }

  private static FileStatus status(Path file, IndexRequest request) throws IndexingException {
    try {
      FileStatus status = request.access().files().status(file);
      if (!status.isRegular()) {
        throw new IndexingException("could not create module " + file + ": not a regular file");
      }
      return status;
    } catch (IndexingException refused) {
      throw refused;
    } catch (IOException failure) {
      throw new IndexingException("could not create module " + file + ": " + IoReason.of(failure));
    }
  }

  private static Path folder(Path file) {
    Path parent = file.getParent();
    return parent == null ? file.getFileSystem().getPath("") : parent;
  }

  private static String listed(Path file, Path directory) {
    if (!file.startsWith(directory)) {
      return file.toString();
    }
    List<String> names = new ArrayList<>();
    directory.relativize(file).forEach(name -> names.add(name.toString()));
    return String.join("/", names);
  }
}
