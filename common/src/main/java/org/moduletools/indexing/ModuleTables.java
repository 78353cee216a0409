package org.moduletools.indexing;

import java.util.List;
import org.moduletools.devicetable.DeviceTable;

/**
 * A module with its device tables.
 *
 * @param module what else depmod has read of it
 * @param tables in the order of its file; there may be none
 */
record ModuleTables(DepmodModule module, List<DeviceTable> tables) {

  /** Copies {@code tables}. */
  ModuleTables {
    tables = List.copyOf(tables);
  }

  /** Returns the module's name as its file spells it: up to the first dot, dashes kept. */
  String fileName() {
    String listed = module.file().listed();
    String name = listed.substring(listed.lastIndexOf('/') + 1);
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
