package org.moduletools.devicetable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The supported buses: those with records that include/linux/mod_devicetable.h declares and
 * scripts/mod/file2alias.c turns into aliases, in Linux 6.1 and 6.12. Linux 7.2 makes the same
 * aliases except for three buses, which are marked; it also has mcb, for which drivers wrote
 * aliases by hand before.
 *
 * <p>A new bus is a file and an entry here; its declaration goes into structs.c, which StructTest
 * compiles, and a record of it into BusPatternsTest.
 */
final class Buses {

  private static final List<Bus> ALL = List.of(
      AcpiBus.BUS,
      AmbaBus.BUS,
      ApBus.BUS,
      AuxiliaryBus.BUS,
      BcmaBus.BUS,
      CcwBus.BUS,
      CdxBus.BUS,
      CorebootBus.BUS,
      CpuBus.BUS,
      CssBus.BUS,
      DflBus.BUS,
      DmiBus.BUS,
      EisaBus.BUS,
      FslMcBus.BUS,
      HdaudioBus.BUS,
      HidBus.BUS,
      I2cBus.BUS,
      I3cBus.BUS,
      Ieee1394Bus.BUS,
      InputBus.BUS,
      IpackBus.BUS,
      IsapnpBus.BUS,
      IshtpBus.BUS,
      MdioBus.BUS,
      MeiBus.BUS,
      MhiBus.BUS,
      MhiEpBus.BUS,
      MipsCdmmBus.BUS,
      OfBus.BUS,
      PariscBus.BUS,
      PciBus.BUS,
      PcmciaBus.BUS,
      PlatformBus.BUS,
      PnpBus.BUS,
      PnpCardBus.BUS,
      RapidioBus.BUS,
      RpmsgBus.BUS,
      SdioBus.BUS,
      SdwBus.BUS,
      SerioBus.BUS,
      SlimBus.BUS,
      SpiBus.BUS,
      SsamBus.BUS,
      SsbBus.BUS,
      TbsvcBus.BUS,
      TeeBus.BUS,
      TypecBus.BUS,
      UlpiBus.BUS,
      UsbBus.BUS,
      VchiqBus.BUS,
      VioBus.BUS,
      VirtioBus.BUS,
      VmbusBus.BUS,
      WmiBus.BUS,
      X86cpuBus.BUS,
      ZorroBus.BUS);

  private static final Map<String, Bus> BY_NAME =
      ALL.stream().collect(Collectors.toMap(Bus::name, bus -> bus));

  private Buses() {}

  /** Returns the bus of that name. */
  static Optional<Bus> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** Returns all of them, by name. */
  static List<Bus> all() {
    return ALL;
  }
}
