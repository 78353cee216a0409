package org.moduletools.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.moduletools.config.ConfigProblem;
import org.moduletools.config.ConfigProblem.Level;
import org.moduletools.files.Ownership;

/**
 * Reports the problems of a configuration.
 *
 * @param host the system with the configuration
 * @param messages receives the reports
 */
public record ConfigMessages(Host host, Messages messages) {

  /**
   * The content of /proc/self/uid_map in the first user namespace (user_namespaces(7)): the
   * identity.
   */
  private static final String ALL_USERS = "0 0 4294967295";

  /** Reports problems of lines and files. */
  public void report(List<ConfigProblem> problems) {
    for (ConfigProblem problem : problems) {
      if (problem.level() != Level.PASSED_OVER) {
        messages.say(severity(problem.level()), problem.text());
      }
    }
  }

  private static Severity severity(Level level) {
    return level == Level.DENIED ? Severity.INFO : Severity.valueOf(level.name());
  }

  /**
   * Warns of files that are ignored because of their names. module-init-tools did so in every run,
   * kmod never does.
   */
  public void reportPassedOver(List<ConfigProblem> problems) {
    for (ConfigProblem problem : problems) {
      if (problem.level() == Level.PASSED_OVER) {
        messages.warning(problem.text());
      }
    }
  }

  /**
   * Warns of each of {@code places} that other users than root may write to, if this process is
   * root's: root of the machine, not of a user namespace, where no file belongs to root.
   */
  public void reportOpenPlaces(List<Path> places) {
    if (!messages.shows(Severity.WARNING) || !isRoot()) {
      return;
    }
    List<Path> open = places.stream().filter(this::isOpen).distinct().toList();
    if (!open.isEmpty() && seesAllUsers()) {
      for (Path place : open) {
        messages.warning(place + " can be written to by others than root");
      }
    }
  }

  private boolean isRoot() {
    return host.machine()
        .files()
        .ownership(host.root().resolve("proc/self"))
        .filter(process -> process.user() == Ownership.ROOT)
        .isPresent();
  }

  private boolean isOpen(Path place) {
    return host.machine()
        .files()
        .ownership(place)
        .filter(Ownership::isOpenToOthersThanRoot)
        .isPresent();
  }

  private boolean seesAllUsers() {
    try {
      String map = Files.readString(host.root().resolve("proc/self/uid_map"), US_ASCII);
      return map.strip().replaceAll("\\s+", " ").equals(ALL_USERS);
    } catch (IOException kernelWithoutNamespaces) {
      return true;
    }
  }
}
