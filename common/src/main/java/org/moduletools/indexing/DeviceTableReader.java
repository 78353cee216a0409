package org.moduletools.indexing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moduletools.devicetable.DeviceTable;
import org.moduletools.files.IoReason;
import org.moduletools.modulefile.ModuleFile;
import org.moduletools.work.Crew;

/**
 * Reads the device tables of modules, on all cores. It reads all files once more, since few runs
 * need the tables.
 */
final class DeviceTableReader {

  private DeviceTableReader() {}

  /** The result for one file. */
  private record Reading(List<DeviceTable> tables, Optional<String> complaint) {}

  /** Returns the modules in their order. Damaged tables are reported. */
  static List<ModuleTables> read(List<DepmodModule> modules, IndexingListener listener) {
    @Nullable Reading[] readings = new Reading[modules.size()];
    Crew.OF_PROCESSORS.forEach(
        readings.length, i -> readings[i] = read(modules.get(i).file()));
    List<ModuleTables> all = new ArrayList<>(readings.length);
    for (int i = 0; i < readings.length; i++) {
      Reading reading = readings[i];
      if (reading != null) {
        reading.complaint().ifPresent(listener::error);
        all.add(new ModuleTables(modules.get(i), reading.tables()));
      }
    }
    return all;
  }

  private static Reading read(FoundModule file) {
    try {
      return new Reading(ModuleFile.readDeviceTables(file.file()), Optional.empty());
    } catch (IOException broken) {
      String complaint =
          "failed to load device tables from " + file.file() + ": " + IoReason.of(broken);
      return new Reading(List.of(), Optional.of(complaint));
    }
  }
}
