package org.moduletools.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.moduletools.config.ConfigFile.Origin;
import org.moduletools.files.SystemRoot;

/**
 * Which files make up the configuration of modprobe or depmod, in the order in which they count.
 *
 * <p>The files of all directories are read as if they stood in one, sorted by the bytes of their
 * names. Of two with the same name only the one in the earlier directory counts: it masks the other
 * even if it is empty or {@code /dev/null} (kmod 34, libkmod/libkmod-config.c: conf_files_list).
 * Before all of them comes module-init-tools' single file, which kmod does not read.
 */
public final class ConfigFiles {

  /** The directories below the root that hold configuration. Each masks those after it. */
  private static final List<String> STANDARD =
      List.of("etc", "run", "usr/local/lib", "usr/lib", "lib");

  static final String ENDING = ".conf";

  private static final Comparator<String> BY_BYTES =
      (a, b) -> Arrays.compareUnsigned(a.getBytes(UTF_8), b.getBytes(UTF_8));

  private final List<ConfigFile> files;
  private final List<Path> directories;
  private final List<ConfigProblem> problems;
  private final SystemRoot system;
  private final List<HiddenFile> hidden;
  private final List<ConfigPlace> others;

  private ConfigFiles(
      Collection<ConfigFile> files,
      List<Path> directories,
      List<ConfigProblem> problems,
      SystemRoot system,
      List<HiddenFile> hidden,
      List<ConfigPlace> others) {
    this.files = List.copyOf(files);
    this.directories = List.copyOf(directories);
    this.problems = List.copyOf(problems);
    this.system = system;
    this.hidden = List.copyOf(hidden);
    this.others = List.copyOf(others);
  }

  /**
   * Finds the files of the five standard directories, and before them /etc/modprobe.conf or
   * /etc/depmod.conf with a warning. Missing directories are skipped.
   *
   * @param root the folder that holds {@code etc} and {@code lib}; of an image, links are followed
   *     within it
   * @param directoryName {@code modprobe.d} or {@code depmod.d}
   * @param besideModules files that sort in under their names and mask all others: modules.softdep
   *     and modules.weakdep of the release, or none. They need not exist.
   */
  public static ConfigFiles standard(Path root, String directoryName, List<Path> besideModules) {
    SystemRoot system = SystemRoot.of(root);
    Search search = new Search(besideModules, system);
    search.addOld(root.resolve("etc"), directoryName);
    for (String parent : STANDARD) {
      Path directory = root.resolve(parent).resolve(directoryName);
      search.add(new ConfigPlace(system.follow(directory), directory.toString()), Origin.DIRECTORY);
    }
    return search.result();
  }

  /**
   * Finds the files that the user named with {@code -C}, instead of those of the standard
   * directories. A directory stands for its {@code .conf} files; a file may have any name.
   *
   * @param places files and directories, each masking those after it
   * @param besideModules as for {@link #standard}
   */
  public static ConfigFiles named(List<ConfigPlace> places, List<Path> besideModules) {
    Search search = new Search(besideModules, SystemRoot.MACHINE);
    for (ConfigPlace place : places) {
      search.add(place, Origin.NAMED);
    }
    return search.result();
  }

  /**
   * Finds the files of {@code folders} that list modules. Folders that are not there are passed
   * over; a file masks others even if it is a link that leads nowhere (systemd 252,
   * src/basic/conf-files.c: files_add).
   */
  static ConfigFiles lists(List<ConfigPlace> folders, SystemRoot system) {
    Search search = new Search(List.of(), system);
    for (ConfigPlace folder : folders) {
      search.add(new ConfigPlace(system.follow(folder.path()), folder.text()), Origin.LIST);
    }
    return search.result();
  }

  /**
   * Finds what a line of another file of {@code system} names: a file whatever its name, or a
   * directory's files.
   */
  static ConfigFiles included(ConfigPlace place, SystemRoot system) {
    Search search = new Search(List.of(), system);
    search.add(place, Origin.INCLUDED);
    return search.result();
  }

  /** Returns the files to read, in order. */
  List<ConfigFile> files() {
    return files;
  }

  /** Returns the directories that were searched. */
  List<Path> directories() {
    return directories;
  }

  /** Returns the problems of the directories. */
  List<ConfigProblem> problems() {
    return problems;
  }

  /** Returns the files that others of the same name hide. */
  List<HiddenFile> hiddenFiles() {
    return hidden;
  }

  /** Returns what is in the directories and never counts, for its name. */
  List<ConfigPlace> otherFiles() {
    return others;
  }

  /** Returns the root of the system that the files are for. */
  SystemRoot system() {
    return system;
  }

  /** The files found so far, by name. */
  private static final class Search {

    private final Map<String, ConfigFile> byName = new TreeMap<>(BY_BYTES);
    private final List<ConfigFile> old = new ArrayList<>();
    private final List<Path> directories = new ArrayList<>();
    private final List<ConfigProblem> problems = new ArrayList<>();
    private final SystemRoot system;
    private final List<HiddenFile> hidden = new ArrayList<>();
    private final List<ConfigPlace> others = new ArrayList<>();

    Search(List<Path> besideModules, SystemRoot system) {
      this.system = system;
      for (Path file : besideModules) {
        keep(ConfigPlace.of(file), Origin.MODULES);
      }
    }

    ConfigFiles result() {
      others.sort(Comparator.comparing(ConfigPlace::text, BY_BYTES));
      List<ConfigFile> files = new ArrayList<>(old);
      files.addAll(byName.values());
      return new ConfigFiles(files, directories, problems, system, hidden, others);
    }

    /**
     * The file is called like the directory that came in its place, {@code .conf} for {@code .d}.
     */
    void addOld(Path etc, String directoryName) {
      Path path = etc.resolve(directoryName.replace(".d", ENDING));
      ConfigPlace file = new ConfigPlace(system.follow(path), path.toString());
      if (attributes(file, Origin.DIRECTORY)
          .filter(BasicFileAttributes::isRegularFile)
          .isPresent()) {
        old.add(new ConfigFile(file, Origin.DIRECTORY));
        problems.add(ConfigProblem.warning("Deprecated config file " + file
            + ", all config files belong into " + etc.resolve(directoryName) + "/."));
      }
    }

    void add(ConfigPlace place, Origin origin) {
      Optional<BasicFileAttributes> attributes = attributes(place, origin);
      if (attributes.isEmpty()) {
        return; // it masks nothing
      }
      if (!attributes.get().isDirectory()) {
        if (origin == Origin.LIST) {
          refused(place, origin, new NotDirectoryException(place.text()));
        } else {
          keep(place, origin);
        }
        return;
      }
      directories.add(place.path());
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(place.path())) {
        for (Path entry : entries) {
          addEntry(place.entry(entry), origin == Origin.LIST ? origin : Origin.DIRECTORY);
        }
      } catch (IOException e) {
        refused(place, origin, e);
      } catch (DirectoryIteratorException e) {
        refused(place, origin, Objects.requireNonNull(e.getCause()));
      }
    }

    /**
     * Returns nothing if there is no such place, which is a problem if the user or a file named it.
     */
    private Optional<BasicFileAttributes> attributes(ConfigPlace place, Origin origin) {
      try {
        if (place.text().isEmpty()) {
          throw new NoSuchFileException(""); // which java.nio.file takes for the working directory
        }
        return Optional.of(Files.readAttributes(place.path(), BasicFileAttributes.class));
      } catch (IOException e) {
        boolean isNamed = origin != Origin.DIRECTORY && origin != Origin.LIST;
        if (isNamed || !(e instanceof NoSuchFileException)) {
          refused(place, origin, e);
        }
        return Optional.empty();
      }
    }

    private void refused(ConfigPlace place, Origin origin, IOException e) {
      problems.add(ConfigLines.unreadable(new ConfigFile(place, origin), e));
    }

    /** Hidden files and those with another ending never count. */
    private void addEntry(ConfigPlace entry, Origin origin) {
      String name = name(entry.path());
      if (name.startsWith(".") || !name.endsWith(ENDING)) {
        others.add(entry);
        if (isMeantToCount(name)) {
          problems.add(ConfigProblem.passedOver(entry));
        }
        return;
      }
      ConfigPlace file = new ConfigPlace(system.follow(entry.path()), entry.text());
      if (Files.isDirectory(file.path())) {
        problems.add(
            ConfigProblem.error("Directories inside directories are not supported: " + entry));
        return;
      }
      if (origin != Origin.LIST && !Files.exists(file.path())) {
        problems.add(ConfigProblem.error("Cannot stat directory entry: " + entry));
        return;
      }
      keep(name, file, origin);
    }

    /**
     * Returns false for files left by a package manager or an editor, for README files, and for
     * folders.
     */
    private static boolean isMeantToCount(String name) {
      return !name.startsWith(".")
          && !name.startsWith("README")
          && !name.contains(ENDING)
          && !name.endsWith(".d");
    }

    private void keep(ConfigPlace place, Origin origin) {
      keep(name(place.path()), place, origin);
    }

    private void keep(String name, ConfigPlace place, Origin origin) {
      ConfigFile former = byName.putIfAbsent(name, new ConfigFile(place, origin));
      if (former != null) {
        hidden.add(new HiddenFile(place, former.place()));
      }
    }

    private static String name(Path path) {
      return String.valueOf(path.getFileName());
    }
  }
}
