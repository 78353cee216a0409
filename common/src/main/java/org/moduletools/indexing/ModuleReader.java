package org.moduletools.indexing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.moduletools.files.IoReason;
import org.moduletools.modulefile.Modinfo;
import org.moduletools.modulefile.ModuleFile;
import org.moduletools.modulefile.ModuleFormatException;
import org.moduletools.modulefile.ModuleSymbols;
import org.moduletools.modulefile.Workspace;
import org.moduletools.work.Crew;

/**
 * Reads module files, on all cores.
 *
 * <p>A damaged file, or one that is no module, is reported; an unreadable one sets the exit status
 * too. Either module stays in modules.dep, with the data that could be read.
 */
final class ModuleReader {

  /** The modinfo keys whose values are in the output files. */
  static final List<String> MODINFO_KEYS = List.of("alias", "softdep", "weakdep");

  /** Few files are larger: of plain ones 3 %, of compressed ones 1 %. */
  private static final long LARGE_BYTES = 512 << 10;

  private final IndexingListener listener;
  private final FileAccess access;
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong newlyReadBytes = new AtomicLong();
  private List<DepmodModule> sound = List.of();
  private boolean unreadable;

  /** Problems are reported to {@code listener}. */
  ModuleReader(IndexingListener listener, FileAccess access) {
    this.listener = listener;
    this.access = access;
  }

  /** The result for one file: complete, or with complaints. */
  private record Reading(DepmodModule module, List<String> complaints, boolean unreadable) {

    static Reading sound(FoundModule file, ModuleFile content) {
      return new Reading(new DepmodModule(file, content), List.of(), false);
    }
  }

  /** Returns the modules in the order of {@code files}. Modules in {@code memory} are not read. */
  List<DepmodModule> read(List<FoundModule> files, RunMemory memory) {
    DepmodModule[] modules = new DepmodModule[files.size()];
    @Nullable Reading[] flawed = new Reading[modules.length];
    listener.beginReading(modules.length);
    int[] order = largeFirst(files);
    Queue<Workspace> workspaces = new ConcurrentLinkedQueue<>();
    Crew.OF_PROCESSORS.forEach(
        modules.length,
        () -> {
          Workspace workspace = Workspace.ofMany(access.codecs(), access.opener(), MODINFO_KEYS);
          workspaces.add(workspace);
          return workspace;
        },
        (workspace, number) -> {
          int i = order[number];
          Reading reading = recallOrRead(files.get(i), memory, workspace);
          modules[i] = reading.module();
          flawed[i] = reading.complaints().isEmpty() ? null : reading;
          listener.moduleRead();
        });
    workspaces.forEach(Workspace::release);
    listener.endReading();
    sound = new ArrayList<>(modules.length);
    for (int i = 0; i < modules.length; i++) {
      Reading reading = flawed[i];
      if (reading == null) {
        sound.add(modules[i]);
      } else {
        reading.complaints().forEach(listener::error);
        unreadable |= reading.unreadable();
      }
    }
    return Arrays.asList(modules);
  }

  /**
   * Returns the numbers of {@code files} in the order in which they are read. The few large ones
   * take much memory for a moment, and so are read while little else is held.
   */
  private static int[] largeFirst(List<FoundModule> files) {
    int[] order = new int[files.size()];
    int next = 0;
    for (boolean large : new boolean[] {true, false}) {
      for (int i = 0; i < order.length; i++) {
        if (files.get(i).status().sizeBytes() >= LARGE_BYTES == large) {
          order[next++] = i;
        }
      }
    }
    return order;
  }

  /** Returns whether a file could not be read at all. */
  boolean metUnreadable() {
    return unreadable;
  }

  /** Returns the modules that could be read without complaint. */
  List<DepmodModule> sound() {
    return Collections.unmodifiableList(sound);
  }

  /** Returns the size of all files. */
  long bytes() {
    return bytes.get();
  }

  /** Returns the size of the files of sound modules that are not from memory. */
  long newlyReadBytes() {
    return newlyReadBytes.get();
  }

  private Reading recallOrRead(FoundModule file, RunMemory memory, Workspace workspace) {
    long size = file.status().sizeBytes();
    bytes.addAndGet(size);
    Optional<ModuleFile> recalled = memory.recall(file);
    if (recalled.isPresent()) {
      return Reading.sound(file, recalled.get());
    }
    Reading reading = read(file, workspace);
    newlyReadBytes.addAndGet(reading.complaints().isEmpty() ? size : 0);
    return reading;
  }

  private static Reading read(FoundModule file, Workspace workspace) {
    try {
      ModuleFile content = ModuleFile.read(file.file(), workspace);
      return content.modinfo().entries().stream().noneMatch(ModuleReader::hasLineEnd)
          ? Reading.sound(file, content)
          : withoutLineEnds(file, content);
    } catch (ModuleFormatException broken) {
      String complaint = "failed to load symbols from " + file.file() + ": "
          + broken.reason().text() + ": " + broken.getMessage();
      return new Reading(
          new DepmodModule(file, new ModuleFile(modinfo(file), ModuleSymbols.EMPTY)),
          List.of(complaint),
          false);
    } catch (IOException refused) {
      String complaint = "failed to load symbols from " + file.file() + ": " + IoReason.of(refused);
      return new Reading(
          new DepmodModule(file, new ModuleFile(Modinfo.EMPTY, ModuleSymbols.EMPTY)),
          List.of(complaint),
          true);
    }
  }

  /**
   * Leaves out strings with line ends, which would begin another line of an output file: an alias
   * of another module, say, or in modules.softdep a command.
   */
  private static Reading withoutLineEnds(FoundModule file, ModuleFile content) {
    List<Modinfo.Entry> kept = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    for (Modinfo.Entry entry : content.modinfo().entries()) {
      if (hasLineEnd(entry)) {
        complaints.add(
            "Module '" + file.name() + "' has a line end in its " + entry.key() + ". Ignoring.");
      } else {
        kept.add(entry);
      }
    }
    DepmodModule module =
        new DepmodModule(file, new ModuleFile(new Modinfo(kept), content.symbols()));
    return new Reading(module, complaints, false);
  }

  private static boolean hasLineEnd(Modinfo.Entry entry) {
    return MODINFO_KEYS.contains(entry.key()) && entry.value().indexOf('\n') >= 0;
  }

  /** A module whose symbols are damaged keeps its aliases, as in kmod. */
  private static Modinfo modinfo(FoundModule file) {
    try {
      List<Modinfo.Entry> entries = ModuleFile.readModinfo(file.file()).entries();
      return new Modinfo(entries.stream().filter(entry -> !hasLineEnd(entry)).toList());
    } catch (IOException brokenToo) {
      return Modinfo.EMPTY; // this file has been reported
    }
  }
}
