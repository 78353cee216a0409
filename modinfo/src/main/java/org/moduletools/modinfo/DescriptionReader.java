package org.moduletools.modinfo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.moduletools.files.IoReason;
import org.moduletools.machine.Machine;
import org.moduletools.modulefile.ModuleDescription;
import org.moduletools.modulefile.ModuleFile;
import org.moduletools.modulefile.ModuleFormatException;
import org.moduletools.modulefile.Workspace;
import org.moduletools.work.Crew;

/** Reads the descriptions of modules, several on all cores. */
final class DescriptionReader {

  /** For fewer modules starting threads takes longer than reading them. */
  private static final int WORTH_THREADS = 8;

  private final Output.Need need;
  private final List<String> keys;
  private final Catalog catalog;
  private final Machine machine;
  private final List<Workspace> workspaces = new ArrayList<>();

  /**
   * Reads as much as {@code output} shows.
   *
   * @param catalog has the descriptions of built-in modules
   * @param machine opens and decompresses files
   */
  DescriptionReader(Output output, Catalog catalog, Machine machine) {
    this.need = output.need();
    this.keys = output.keys();
    this.catalog = catalog;
    this.machine = machine;
  }

  /**
   * The result for one module.
   *
   * @param problem the problem of its file, or nothing
   */
  record Reading(Subject subject, ModuleDescription description, String problem) {}

  /** Returns the results for {@code subjects}, in their order. */
  List<Reading> read(List<Subject> subjects) {
    Reading[] readings = new Reading[subjects.size()];
    for (int i = 0; i < readings.length; i++) {
      if (subjects.get(i) instanceof Subject.Builtin builtin) {
        readings[i] = read(builtin);
      }
    }
    Crew crew = readings.length < WORTH_THREADS ? Crew.ALONE : Crew.OF_PROCESSORS;
    while (workspaces.size() < crew.size()) {
      workspaces.add(Workspace.ofMany(machine.codecs(), machine.opener(), keys));
    }
    AtomicInteger threads = new AtomicInteger();
    crew.forEach(
        readings.length, () -> workspaces.get(threads.getAndIncrement()), (workspace, i) -> {
          if (subjects.get(i) instanceof Subject.InFile module) {
            readings[i] = read(module, workspace);
          }
        });
    return List.of(readings);
  }

  /** All built-in modules are described in one file, which the first of them reads. */
  private Reading read(Subject.Builtin builtin) {
    try {
      return need == Output.Need.NOTHING
          ? new Reading(builtin, ModuleDescription.EMPTY, "")
          : new Reading(builtin, catalog.description(builtin), "");
    } catch (IOException unreadable) {
      return new Reading(builtin, ModuleDescription.EMPTY, IoReason.withFile(unreadable));
    }
  }

  private Reading read(Subject.InFile module, Workspace workspace) {
    try {
      return new Reading(module, description(module.file(), workspace), "");
    } catch (ModuleFormatException broken) {
      return new Reading(
          module, ModuleDescription.EMPTY, broken.reason().text() + ": " + broken.getMessage());
    } catch (IOException unreadable) {
      return new Reading(module, ModuleDescription.EMPTY, IoReason.of(unreadable));
    }
  }

  private ModuleDescription description(Path file, Workspace workspace) throws IOException {
    return switch (need) {
      case NOTHING -> ModuleDescription.EMPTY;
      case STRINGS -> ModuleDescription.of(ModuleFile.readModinfo(file, workspace));
      case ALL -> ModuleFile.readDescription(file, workspace);
    };
  }
}
