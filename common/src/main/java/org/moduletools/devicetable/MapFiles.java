package org.moduletools.devicetable;

import java.util.List;

/** The map files that there are. */
public final class MapFiles {

  private static final List<MapFile> ALL = List.of(
      PciBus.MAP,
      UsbBus.MAP,
      CcwBus.MAP,
      Ieee1394Bus.MAP,
      PnpBus.MAP,
      InputBus.MAP,
      OfBus.MAP,
      SerioBus.MAP);

  private MapFiles() {}

  /** Returns all of them, in the order in which module-init-tools wrote them. */
  public static List<MapFile> all() {
    return ALL;
  }
}
