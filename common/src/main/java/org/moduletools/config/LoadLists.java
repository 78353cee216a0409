package org.moduletools.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.moduletools.files.IoReason;

/**
 * The modules to be loaded at boot, from modules-load.d(5). Each line has a name, and may have
 * parameters after it, as in Debian's /etc/modules. Lines that begin with {@code #} or {@code ;}
 * are comments (systemd 257, src/modules-load/modules-load.c).
 *
 * @param wishes the modules, in the order in which they are listed
 * @param problems the problems of the files
 */
public record LoadLists(List<Wish> wishes, List<ConfigProblem> problems) {

  /**
   * A listed module.
   *
   * @param name its name or alias
   * @param parameters its parameters, separated by blanks
   * @param source where it is listed, for messages
   */
  public record Wish(String name, String parameters, String source) {}

  private static final String FOLDER = "modules-load.d";

  /** The folders below the root that hold lists. Each masks those after it. */
  private static final List<String> PARENTS =
      List.of("etc", "run", "usr/local/lib", "usr/lib", "lib");

  /** Copies the lists. */
  public LoadLists {
    wishes = List.copyOf(wishes);
    problems = List.copyOf(problems);
  }

  /**
   * Reads the lists of the kernel command line, {@code modules_load=} and in an initramfs also
   * {@code rd.modules_load=}. Then it reads the files of the standard folders, as if they were in
   * one.
   *
   * @param root the folder that holds {@code etc}, {@code proc} and {@code usr}
   * @param withCommandLine whether the kernel's command line counts
   */
  public static LoadLists standard(Path root, boolean withCommandLine) {
    List<Wish> wishes = new ArrayList<>();
    boolean isInitramfs = Files.exists(root.resolve("etc/initrd-release"));
    if (withCommandLine) {
      for (String name : CommandLineLists.read(root.resolve("proc/cmdline"), isInitramfs)) {
        wishes.add(new Wish(name, "", "the kernel command line"));
      }
    }
    List<ConfigPlace> folders = new ArrayList<>();
    for (String parent : PARENTS) {
      Path folder = root.resolve(parent).resolve(FOLDER);
      if (Files.isDirectory(folder)) {
        folders.add(ConfigPlace.of(folder));
      }
    }
    List<ConfigProblem> problems = new ArrayList<>();
    add(ConfigFiles.named(folders, List.of()), wishes, problems);
    return new LoadLists(wishes, problems);
  }

  /**
   * Reads the files and folders that the user named. Files may have any name. The {@code .conf}
   * files of all folders are read as if they were in one, at the position of the first folder.
   */
  public static LoadLists named(List<ConfigPlace> places) {
    List<Wish> wishes = new ArrayList<>();
    List<ConfigProblem> problems = new ArrayList<>();
    List<ConfigPlace> folders = places.stream()
        .filter(place -> !place.text().isEmpty() && Files.isDirectory(place.path()))
        .toList();
    boolean foldersRead = false;
    for (ConfigPlace place : places) {
      if (place.text().isEmpty() || !Files.exists(place.path())) {
        problems.add(ConfigProblem.error("no list " + place + ": No such file or directory"));
      } else if (!folders.contains(place)) {
        add(ConfigFiles.named(List.of(place), List.of()), wishes, problems);
      } else if (!foldersRead) {
        add(ConfigFiles.named(folders, List.of()), wishes, problems);
        foldersRead = true;
      }
    }
    return new LoadLists(wishes, problems);
  }

  private static void add(ConfigFiles files, List<Wish> wishes, List<ConfigProblem> problems) {
    problems.addAll(files.problems());
    for (ConfigFile file : files.files()) {
      try {
        String text = new String(ConfigLines.read(file), ISO_8859_1);
        add(text.split("\n", -1), file.place(), wishes);
      } catch (IOException e) {
        problems.add(
            ConfigProblem.error("Failed to open list " + file.place() + ": " + IoReason.of(e)));
      }
    }
  }

  private static void add(String[] lines, ConfigPlace place, List<Wish> wishes) {
    for (int i = 0; i < lines.length; i++) {
      Words words = new Words(lines[i].strip());
      Optional<String> name = words.next();
      if (name.isPresent() && !name.get().startsWith("#") && !name.get().startsWith(";")) {
        String source = new ConfigSource(place.text(), i + 1).toString();
        wishes.add(new Wish(name.get(), words.rest().orElse("").strip(), source));
      }
    }
  }
}
