package org.moduletools.modprobe;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;
import org.moduletools.config.ConfigPlace;
import org.moduletools.config.ConfigProblem;
import org.moduletools.config.ConfigProblem.Level;
import org.moduletools.config.HiddenFile;
import org.moduletools.config.ModprobeConfig;
import org.moduletools.module.ModuleName;
import org.moduletools.tree.Meaning;

/**
 * The files of modprobe.d that do not count though they name what is explained, or may do so; or,
 * if all are to be told, which count, which do not, and what is wrong with them.
 *
 * @param config the configuration
 * @param tellsAll whether all files are to be shown
 */
record HiddenLines(ModprobeConfig config, boolean tellsAll) {

  /** What a file is linked to that shall be empty. */
  private static final String NOTHING = "/dev/null";

  /** The longest file that is looked at. */
  private static final int MAX_SIZE_BYTES = 1 << 20;

  /** Returns the files that name {@code name}, or a module that it means. */
  List<Finding> about(String name, Meaning meaning) {
    Set<String> names = new HashSet<>(Set.of(new ModuleName(name).value()));
    meaning.modules().forEach(module -> names.add(module.name().value()));
    List<Finding> findings = new ArrayList<>();
    if (tellsAll) {
      findings.add(Finding.fact(Topic.CONFIG, counting()));
    }
    for (ConfigPlace other : config.otherFiles()) {
      if (tellsAll || namesOne(names, other.path())) {
        findings.add(Finding.odd(Topic.CONFIG, ConfigProblem.passedOver(other).text()));
      }
    }
    for (ConfigProblem problem : config.problems()) {
      if (problem.level() == Level.DENIED) {
        findings.add(Finding.odd(
            Topic.CONFIG,
            problem.text() + "; this user cannot know whether it says anything: ask as root"));
      } else if (tellsAll && isTold(problem.level())) {
        findings.add(Finding.odd(Topic.CONFIG, problem.text()));
      }
    }
    for (HiddenFile hidden : config.hiddenFiles()) {
      if (isAnother(hidden) && (tellsAll || namesOne(names, hidden.file().path()))) {
        findings.add(Finding.odd(
            Topic.CONFIG,
            hidden.file() + " does not count: " + hidden.hidingFile() + kind(hidden)
                + " hides it"));
      }
    }
    return findings;
  }

  /** The other files are told of by themselves, with those that nobody meant to count. */
  private static boolean isTold(Level level) {
    return level != Level.INFO && level != Level.PASSED_OVER;
  }

  private String counting() {
    List<String> files = new ArrayList<>();
    for (Path place : config.places()) {
      if (!Files.isDirectory(place)) {
        files.add(place.toString());
      }
    }
    return files.isEmpty()
        ? "no file of modprobe.d says anything"
        : "these files count: " + String.join(", ", files);
  }

  /** Where lib is a link to usr/lib, each file is found twice. */
  private static boolean isAnother(HiddenFile hidden) {
    try {
      return !Files.isSameFile(hidden.file().path(), hidden.hidingFile().path());
    } catch (IOException gone) {
      return false;
    }
  }

  /** Returns what is special about the file that counts in its place. */
  private static String kind(HiddenFile hidden) {
    Path path = hidden.hidingFile().path();
    try {
      if (leadsTo(path).equals(NOTHING)) {
        return ", a link to " + NOTHING + ",";
      }
      return Files.size(path) == 0 ? ", which is empty," : "";
    } catch (IOException gone) {
      return "";
    }
  }

  private static String leadsTo(Path path) throws IOException {
    return (Files.isSymbolicLink(path) ? Files.readSymbolicLink(path) : path).toString();
  }

  private static boolean namesOne(Set<String> names, Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > MAX_SIZE_BYTES) {
        return false;
      }
      StringTokenizer words = new StringTokenizer(Files.readString(file, ISO_8859_1));
      while (words.hasMoreTokens()) {
        if (names.contains(new ModuleName(words.nextToken()).value())) {
          return true;
        }
      }
    } catch (IOException unreadable) {
      return false;
    }
    return false;
  }
}
