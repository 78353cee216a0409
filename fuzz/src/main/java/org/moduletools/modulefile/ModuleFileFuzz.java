package org.moduletools.modulefile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.moduletools.codec.SystemCodecs;
import org.moduletools.devicetable.DeviceTablesFuzz;
import org.moduletools.files.FileOpener;
import org.moduletools.fuzz.Finding;
import org.moduletools.fuzz.MemoryFolder;
import org.moduletools.fuzz.Outcome;
import org.moduletools.fuzz.Outcome.Reading;

/** A module file, compressed or not, and all parts of it that the programs read. */
public final class ModuleFileFuzz {

  private ModuleFileFuzz() {}

  /** Reads {@code input}; a workspace used for many files must return the same as a new one. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    try (MemoryFolder folder = new MemoryFolder()) {
      Path file = folder.put("a.ko", input);
      Workspace workspace = Workspace.ofMany(SystemCodecs.NONE, FileOpener.BY_JAVA, List.of());
      Outcome<ModuleFile> first = outcome(() -> ModuleFile.read(file));
      for (int i = 0; i < 2; i++) {
        Finding.unlessEqual(
            "what is read again", first, outcome(() -> ModuleFile.read(file, workspace)));
      }
      outcome(() -> ModuleFile.readModinfo(file));
      outcome(() -> ModuleFile.readDescription(file, workspace));
      outcome(() -> ModuleFile.readVersions(file));
      outcome(() -> ModuleFile.readExports(file));
      outcome(() -> ModuleFile.readGplOnlyExports(file));
      outcome(() -> ModuleFile.readDeviceTables(file)).value().ifPresent(DeviceTablesFuzz::use);
      outcome(() -> Compression.of(file));
    }
  }

  private static <T> Outcome<T> outcome(Reading<T> reading) throws IOException {
    return Outcome.of(ModuleFormatException.class, reading);
  }
}
