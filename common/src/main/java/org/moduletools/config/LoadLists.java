package org.moduletools.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.moduletools.config.ConfigFile.Origin;
import org.moduletools.files.IoReason;
import org.moduletools.files.SystemRoot;

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

  /** What ends a line: a NUL too, and a CR alone (systemd 257, src/basic/fileio.c: read_line). */
  private static final Pattern LINE_END = Pattern.compile("\r\n?|\n|\0");

  /** The folders below the root that hold lists, each masking those behind it. */
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
    List<ConfigPlace> folders = PARENTS.stream()
        .map(parent -> ConfigPlace.of(root.resolve(parent).resolve(FOLDER)))
        .toList();
    List<ConfigProblem> problems = new ArrayList<>();
    add(ConfigFiles.lists(folders, SystemRoot.of(root)), wishes, problems);
    return new LoadLists(wishes, problems);
  }

  /**
   * Reads what the user named: each file whatever its name, and the {@code .conf} files of all
   * folders as if they stood in one, where the first folder stands.
   *
   * @param root the folder that holds {@code etc}; of what lies in an image, links are followed
   *     within it
   */
  public static LoadLists named(List<ConfigPlace> named, Path root) {
    SystemRoot system = SystemRoot.of(root);
    List<ConfigPlace> places = named.stream()
        .map(place -> new ConfigPlace(system.follow(place.path()), place.text()))
        .toList();
    List<Wish> wishes = new ArrayList<>();
    List<ConfigProblem> problems = new ArrayList<>();
    List<ConfigPlace> folders = places.stream()
        .filter(place -> !place.text().isEmpty() && Files.isDirectory(place.path()))
        .toList();
    boolean foldersRead = false;
    for (ConfigPlace place : places) {
      Optional<ConfigProblem> missing = missing(place);
      if (missing.isPresent()) {
        problems.add(missing.get());
      } else if (!folders.contains(place)) {
        add(ConfigFiles.named(List.of(place), List.of()), wishes, problems);
      } else if (!foldersRead) {
        add(ConfigFiles.lists(folders, system), wishes, problems);
        foldersRead = true;
      }
    }
    return new LoadLists(wishes, problems);
  }

  private static Optional<ConfigProblem> missing(ConfigPlace place) {
    if (place.text().isEmpty()) {
      return Optional.of(ConfigProblem.error("the name of a list is empty"));
    }
    return IoReason.ofMissing(place.path()).map(reason -> unreadable(place, reason));
  }

  private static ConfigProblem unreadable(ConfigPlace place, String reason) {
    return ConfigProblem.error("Failed to open list " + place + ": " + reason);
  }

  private static void add(ConfigFiles files, List<Wish> wishes, List<ConfigProblem> problems) {
    problems.addAll(files.problems());
    for (ConfigFile file : files.files()) {
      try {
        byte[] bytes = ConfigLines.read(file);
        ConfigText.byteOrderMark(file, bytes).ifPresent(problems::add);
        add(LINE_END.split(new String(bytes, ISO_8859_1), -1), file.place(), wishes);
      } catch (NoSuchFileException e) {
        problems.add(
            file.origin() == Origin.LIST
                ? ConfigProblem.notice("list " + file.place() + " is a link that leads nowhere")
                : unreadable(file.place(), IoReason.of(e)));
      } catch (IOException e) {
        problems.add(unreadable(file.place(), IoReason.of(e)));
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
