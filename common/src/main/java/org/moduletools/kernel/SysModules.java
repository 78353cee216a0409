package org.moduletools.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.moduletools.module.ModuleName;

/**
 * The folder /sys/module: one folder for each loaded module, and for those parts of the kernel that
 * have parameters (kernel/module/sysfs.c, kernel/params.c). A file that vanishes with its module
 * while it is read counts as missing.
 */
final class SysModules {

  /** NAME_MAX of include/uapi/linux/limits.h. */
  private static final int MAX_NAME_BYTES = 255;

  private final Path folder;

  /** {@code folder} is /sys/module. */
  SysModules(Path folder) {
    this.folder = folder;
  }

  /** Returns whether the folder is there at all. */
  boolean isMounted() {
    return Files.isDirectory(folder);
  }

  /**
   * Returns whether the kernel knows the module: loaded, in transition, or built in; also if that
   * cannot be read, since false is returned only when it is certain.
   */
  boolean has(ModuleName name) {
    return folderOf(name).filter(SysModules::mayBeFolder).isPresent();
  }

  /** As {@link #has}, but true only when it is certain. */
  boolean isFolder(ModuleName name) {
    return folderOf(name).filter(Files::isDirectory).isPresent();
  }

  private static boolean mayBeFolder(Path path) {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class).isDirectory();
    } catch (NoSuchFileException none) {
      return false;
    } catch (IOException notTold) {
      return true;
    }
  }

  /**
   * Returns the state in {@code initstate}. Kernels before 2.6.20, and built-in modules, have none.
   */
  Optional<ModuleState> initState(ModuleName name) {
    return text(name, "initstate").flatMap(word -> switch (word) {
      case "live" -> Optional.of(ModuleState.LIVE);
      case "coming" -> Optional.of(ModuleState.COMING);
      case "going" -> Optional.of(ModuleState.GOING);
      default -> Optional.empty();
    });
  }

  /** Returns a file's content as a number: {@code refcnt} or {@code coresize}. */
  OptionalLong number(ModuleName name, String file) {
    Optional<String> text = text(name, file);
    try {
      return text.isPresent() ? OptionalLong.of(Long.parseLong(text.get())) : OptionalLong.empty();
    } catch (NumberFormatException damaged) {
      return OptionalLong.empty();
    }
  }

  /** Returns the modules that use {@code name}, in readdir order, or nothing if it has no list. */
  Optional<List<ModuleName>> holders(ModuleName name) {
    Optional<Path> list = folderOf(name).map(own -> own.resolve("holders"));
    if (list.isEmpty()) {
      return Optional.empty();
    }
    List<ModuleName> holders = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(list.get())) {
      for (Path entry : entries) {
        holders.add(new ModuleName(entry.getFileName().toString().replace('!', '/')));
      }
      return Optional.of(holders);
    } catch (IOException | DirectoryIteratorException gone) {
      return Optional.empty();
    }
  }

  /**
   * Returns the compression that the kernel itself can decompress ({@code gzip}, {@code xz} or
   * {@code zstd}), if it does (since 5.17).
   */
  Optional<String> compression() {
    return text(folder.resolve("compression"));
  }

  private Optional<String> text(ModuleName name, String file) {
    return folderOf(name).flatMap(own -> text(own.resolve(file)));
  }

  private static Optional<String> text(Path file) {
    try {
      byte[] content = Files.readAllBytes(file);
      return Optional.of(new String(content, StandardCharsets.ISO_8859_1).strip());
    } catch (IOException notThere) {
      return Optional.empty();
    }
  }

  /**
   * A {@code /} in a name is a {@code !} in sysfs (lib/kobject.c: kobject_set_name_vargs). Returns
   * nothing for names that no folder can have.
   */
  private Optional<Path> folderOf(ModuleName name) {
    String entry = name.value().replace('/', '!');
    if (entry.isEmpty()
        || entry.equals(".")
        || entry.equals("..")
        || entry.length() > MAX_NAME_BYTES) {
      return Optional.empty();
    }
    try {
      return Optional.of(folder.resolve(entry));
    } catch (InvalidPathException noFileName) {
      return Optional.empty();
    }
  }
}
