package org.moduletools.indexing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.moduletools.index.ModuleDirectory;
import org.moduletools.index.ModulesDep;
import org.moduletools.module.ModuleName;

/**
 * The index that a run would replace. A run over a few named modules has no data of the others. It
 * must not replace an index that lists them, since modprobe would no longer find them.
 *
 * @param directory the directory of the index
 */
record FormerIndex(Path directory) {

  /**
   * Checks that an index of {@code named} alone loses no other module.
   *
   * @param mayMakeDirectory whether the directory may be missing
   * @throws IndexingException if the index lists others too, or there is no directory
   */
  void refuseToForget(List<FoundModule> named, boolean mayMakeDirectory) throws IndexingException {
    if (!mayMakeDirectory && !Files.isDirectory(directory)) {
      throw new IndexingException("could not open directory " + directory
          + ": No such file or directory; it is not made for named files");
    }
    Set<ModuleName> listed = listed();
    int count = listed.size();
    for (FoundModule module : named) {
      listed.remove(module.name());
    }
    if (!listed.isEmpty()) {
      throw new IndexingException("an index of the named files alone would replace that of " + count
          + " modules in " + directory
          + "; -n shows what it would be, -a instead of the files indexes all modules");
    }
  }

  /** A missing index, or one damaged beyond use, lists nothing. */
  private Set<ModuleName> listed() {
    Set<ModuleName> names = new HashSet<>();
    try (ModulesDep index = new ModulesDep(new ModuleDirectory(directory), problem -> {})) {
      index.forEach(line -> names.add(ModuleName.ofPath(line.path())));
    } catch (IOException damaged) {
      names.clear();
    }
    return names;
  }
}
