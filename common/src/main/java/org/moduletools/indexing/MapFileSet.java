package org.moduletools.indexing;

import java.util.ArrayList;
import java.util.List;
import org.moduletools.devicetable.MapFile;
import org.moduletools.devicetable.MapFiles;

/**
 * The files in which module-init-tools' depmod listed the devices of each bus, before aliases did
 * so (module-init-tools 3.16, tables.c).
 */
final class MapFileSet {

  private MapFileSet() {}

  /** Renders all of them. A file without rows consists of its header. */
  static List<OutputFile> render(List<ModuleTables> modules) {
    List<OutputFile> files = new ArrayList<>();
    for (MapFile map : MapFiles.all()) {
      OutputBytes text = new OutputBytes().append(map.header()).append('\n');
      for (ModuleTables module : modules) {
        for (String row : map.rows(module.fileName(), module.tables())) {
          text.append(row).append('\n');
        }
      }
      files.add(new OutputFile(map.name(), text));
    }
    return files;
  }

  /** Returns the names of all of them. */
  static List<String> names() {
    return MapFiles.all().stream().map(MapFile::name).toList();
  }
}
