package org.moduletools.indexing;

import java.util.List;
import org.moduletools.devicetable.DeviceTable;

/**
 * A module with its device tables.
 *
 * @param module the module
 * @param tables its tables in the order of its file; there may be none
 */
record ModuleTables(DepmodModule module, List<DeviceTable> tables) {

  /** Copies {@code tables}. */
  ModuleTables {
    tables = List.copyOf(tables);
  }

  /** Returns the module's name in its file's spelling: up to the first dot, with dashes. */
  String fileName() {
    String listed = module.file().listed();
    String name = listed.substring(listed.lastIndexOf('/') + 1);
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
