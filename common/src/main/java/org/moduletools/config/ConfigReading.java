package org.moduletools.config;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.moduletools.config.ConfigFile.Origin;
import org.moduletools.files.SystemRoot;

/**
 * Reads a configuration file by file, and in place of a line {@code include PATH} that file or
 * directory (module-init-tools 3.16, modprobe.c: read_config_file). kmod ignores such lines.
 */
final class ConfigReading {

  /**
   * The greatest number of included files. Files that include each other twice would multiply
   * without end.
   */
  static final int MAX_INCLUDED = 1000;

  /** The greatest number of lines in all included files together. */
  static final int MAX_INCLUDED_LINES = 200_000;

  /** The greatest depth of files that include each other. */
  static final int MAX_DEPTH = 100;

  private final String standardDirectory;
  private final List<ConfigLine> lines = new ArrayList<>();
  private final List<ConfigProblem> problems = new ArrayList<>();
  private final List<Path> places = new ArrayList<>();
  private final Deque<Path> open = new ArrayDeque<>();

  /** Files that include themselves, and have been reported. */
  private final Set<Path> circular = new HashSet<>();

  private SystemRoot system = SystemRoot.MACHINE;
  private int included;
  private int includedLines;
  private boolean isFull;

  /** Messages recommend {@code /etc/directoryName} as the better place. */
  ConfigReading(String directoryName) {
    this.standardDirectory = "/etc/" + directoryName;
  }

  /** Returns the lines of {@code files}. */
  ConfigLines read(ConfigFiles files) {
    system = files.system();
    add(files);
    return new ConfigLines(lines, problems, places);
  }

  private void add(ConfigFiles files) {
    problems.addAll(files.problems());
    places.addAll(files.directories());
    for (ConfigFile file : files.files()) {
      add(file);
    }
  }

  private void add(ConfigFile file) {
    Path path = file.place().path().toAbsolutePath().normalize();
    if (open.contains(path)) {
      if (circular.add(path)) {
        problems.add(ConfigProblem.error(path + ": ignoring it inside what it includes"));
      }
      return;
    }
    try {
      open.push(path);
      List<ConfigLine> content = content(file);
      includedLines += open.size() > 1 ? content.size() : 0;
      for (ConfigLine line : content) {
        add(line);
      }
    } catch (NoSuchFileException e) {
      if (file.origin() != Origin.MODULES) {
        problems.add(ConfigLines.unreadable(file, e));
      }
    } catch (IOException e) {
      problems.add(ConfigLines.unreadable(file, e));
    } finally {
      open.pop();
    }
  }

  /**
   * Returns the lines of {@code file}. A file without lines, such as a mask, is not among the
   * places.
   */
  private List<ConfigLine> content(ConfigFile file) throws IOException {
    byte[] bytes = ConfigLines.read(file);
    if (file.origin() == Origin.MODULES && bytes.length == 0) {
      problems.add(ConfigProblem.error(file.place() + " is damaged: it is empty; run depmod"));
    }
    if (file.origin() != Origin.MODULES && bytes.length > 0) {
      places.add(file.place().path());
      problems.addAll(ConfigText.strangeBytes(file, bytes));
    }
    return ConfigText.parse(file, bytes);
  }

  private void add(ConfigLine line) {
    boolean isInclude = line.file().origin() != Origin.MODULES && line.beginsWith("include");
    Optional<String> place = isInclude ? new Words(line.text()).second() : Optional.empty();
    if (place.isPresent()) {
      include(line.file(), place.get());
    } else {
      lines.add(line);
    }
  }

  private void include(ConfigFile file, String place) {
    if (isFull) {
      return; // reported already
    }
    if (place.equals(standardDirectory) || place.equals(standardDirectory + "/")) {
      problems.add(ConfigProblem.warning("\"include " + place + "\" is the default, ignored"));
      return;
    }
    problems.add(ConfigProblem.warning(
        "\"include " + place + "\" is deprecated, please use " + standardDirectory));
    included++;
    isFull = included > MAX_INCLUDED || includedLines > MAX_INCLUDED_LINES;
    if (isFull) {
      problems.add(ConfigProblem.error(
          file.place() + ": too much is included, ignoring this and all further include lines"));
      return;
    }
    try {
      ConfigPlace meant = file.place().sibling(place).in(system);
      if (open.contains(meant.path().toAbsolutePath().normalize())) {
        problems.add(ConfigProblem.error(
            file.place() + ": ignoring \"include " + place + "\", which goes in a circle"));
      } else if (open.size() > MAX_DEPTH) {
        problems.add(ConfigProblem.error(file.place() + ": ignoring \"include " + place
            + "\", which lies inside " + MAX_DEPTH + " others"));
      } else {
        add(ConfigFiles.included(meant, system));
      }
    } catch (InvalidPathException e) {
      problems.add(ConfigProblem.warning(
          "Failed to open included config file " + place + ": " + e.getReason()));
    }
  }
}
