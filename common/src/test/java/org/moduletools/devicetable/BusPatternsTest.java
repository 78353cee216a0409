package org.moduletools.devicetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.moduletools.elf.ElfForm;

/** What a record of each bus is as an alias, in each form of a file. */
class BusPatternsTest {

  /**
   * A record and its aliases.
   *
   * @param sizes of a record, on machines of 32 and of 64 bits
   */
  private record Case(
      String bus, List<Integer> sizes, Consumer<RecordBytes> record, List<String> patterns) {}

  private static final int MINUS_ONE = -1;

  private static Case of(
      String bus, int size32, int size64, Consumer<RecordBytes> record, String... patterns) {
    return new Case(bus, List.of(size32, size64), record, List.of(patterns));
  }

  private static final List<Case> CASES = List.of(
      of("acpi", 28, 32, r -> r.text(16, "PNP0C0A").word(7).u32(0, 0), "acpi*:PNP0C0A:*"),
      of("acpi", 28, 32, r -> r.pad(16).word(7).u32(0x010601, 0xffff00), "acpi*:0106??:*"),
      of("amba", 12, 16, r -> r.u32(0x00041011, 0x000fffff).word(0), "amba:d???41011"),
      of("amba", 12, 16, r -> r.u32(0x00000004, 0x0000000c).word(0), "amba:d???????[4567]"),
      of("ap", 8, 16, r -> r.u16(1).u8(11).pad(1, 5).word(0), "ap:t0B*"),
      of(
          "auxiliary",
          36,
          40,
          r -> r.text(32, "sof.hda-probes").word(0),
          "auxiliary:sof.hda-probes"),
      of(
          "auxiliary",
          44,
          48,
          r -> r.text(40, "a_name_that_has_nearly_all_forty_chars").word(0),
          "auxiliary:a_name_that_has_nearly_all_forty_chars"),
      of("bcma", 6, 6, r -> r.u16(0x04bf, 0x0812).u8(0xff, 1), "bcma:m04BFid0812rev*cl01*"),
      of(
          "ccw",
          12,
          16,
          r -> r.u16(0x5, 0x3990, 0x3390).u8(0xe9, 0x0a).word(1),
          "ccw:t3990m*dt3390dm*"),
      of(
          "cdx",
          20,
          20,
          r -> r.u16(0x10ee, 0xffff, 0xffff, 1).u32(0x123456, 0xffffff, 0),
          "cdx:v10EEd*sv*sd0001c00123456"),
      of(
          "cdx",
          20,
          20,
          r -> r.u16(0x10ee, 2, 3, 4).u32(0, 0, 1),
          "vfio_cdx:v10EEd0002sv0003sd0004c*"),
      of("coreboot", 8, 16, r -> r.u32(0x31).pad(0, 4).word(0), "coreboot:t00000031"),
      of("cpu", 2, 2, r -> r.u16(0x93), "cpu:type:*:feature:*0093*"),
      of("css", 8, 16, r -> r.u8(1, 3).pad(2, 6).word(0), "css:t3"),
      of("dfl", 8, 16, r -> r.u16(0, 0x20).pad(0, 4).word(0), "dfl:t0000f0020*"),
      of(
          "dmi",
          332,
          344,
          r -> r.word(0, 0)
              .u8(slot(r, 6, 0))
              .text(79, "ACME: Inc.")
              .u8(slot(r, 13, 1))
              .text(79, "X 1")
              .pad(160)
              .word(0),
          "dmi*:svn*ACMEInc.*:rvn*X1*:"),
      of("eisa", 12, 16, r -> r.text(8, "TCM5091").word(0), "eisa:sTCM5091*"),
      of("fslmc", 18, 18, r -> r.u16(0x1957).text(16, "dpni"), "fsl-mc:v00001957ddpni"),
      of(
          "hdaudio",
          20,
          32,
          r -> r.u32(0x10ec0269, 0x100202).u8(1).pad(3, 7).word(0, 0),
          "hdaudio:v10EC0269r00100202a01*"),
      of(
          "hid",
          16,
          24,
          r -> r.u16(3, 0).u32(0x046d, MINUS_ONE).pad(0, 4).word(0),
          "hid:b0003g*v0000046Dp*"),
      of("i2c", 24, 32, r -> r.text(20, "lm75").pad(0, 4).word(1), "i2c:lm75"),
      of(
          "i3c",
          12,
          16,
          r -> r.u8(0xb, 0x42).u16(0x123, 0x456, 0x789).word(0),
          "i3c:dcr42manuf0123part*ext0789"),
      of(
          "ieee1394",
          24,
          32,
          r -> r.u32(0xc, 0, 0, 0x00609e, 0x010483).pad(0, 4).word(0),
          "ieee1394:ven*mo*sp0000609Ever00010483*"),
      of(
          "input",
          164,
          200,
          r -> r.word(0x1033) // bus, vendor, events, keys, switches
              .u16(3, 0x46d, 9, 9)
              .word(bits(r, 32, 1, 31))
              .word(bits(r, 768, 0x70, 0x71, 0x2ff))
              .word(bits(r, 16, 1)) // not asked for
              .word(bits(r, 64))
              .word(bits(r, 8))
              .word(bits(r, 16))
              .word(bits(r, 8))
              .word(bits(r, 128))
              .word(bits(r, 17, 16))
              .word(bits(r, 32))
              .word(0),
          "input:b0003v046Dp*e*-e*1,*1F,*k*71,*2FF,*r*a*m*l*s*f*w*10,*"),
      of("ipack", 12, 12, r -> r.u8(0xff).pad(3).u32(0xf0, MINUS_ONE), "ipack:f*v000000F0d*"),
      of("isapnp", 12, 16, r -> r.u16(0xffff, 0xffff, 0x6d50, 0x1050).word(0), "pnp:dTCM5010*"),
      of(
          "ishtp",
          20,
          24,
          r -> r.u8(uuid()).word(0),
          "ishtp:{33221100-5544-7766-8899-AABBCCDDEEFF}"),
      of("mdio", 8, 8, r -> r.u32(0x01410cb0, 0xfffffff0), "mdio:0000000101000001000011001011????"),
      of(
          "mei",
          56,
          64,
          r -> r.text(32, "phy").u8(uuid()).u8(0xff).pad(3, 7).word(0),
          "mei:phy:33221100-5544-7766-8899-aabbccddeeff:*:*"),
      of(
          "mei",
          56,
          64,
          r -> r.text(32, "").u8(uuid()).u8(2).pad(3, 7).word(0),
          "mei:*:33221100-5544-7766-8899-aabbccddeeff:02:*"),
      of("mhi", 36, 40, r -> r.text(32, "IPCR").word(0), "mhi:IPCR"),
      of("mhi_ep", 36, 40, r -> r.text(32, "IP_SW0").word(0), "mhi_ep:IP_SW0"),
      of("mipscdmm", 1, 1, r -> r.u8(0xfd), "mipscdmm:tFD*"),
      of(
          "of",
          196,
          200,
          r -> r.text(32, "a b").text(32, "").text(128, "acme,x y").word(0),
          "of:Na_bT*Cacme,x_y",
          "of:Na_bT*Cacme,x_yC*"),
      of(
          "of",
          196,
          200,
          r -> r.text(32, "").text(32, "serial").text(128, "ns16550").word(0),
          "of:N*Tserial*Cns16550",
          "of:N*Tserial*Cns16550C*"),
      of(
          "parisc",
          8,
          8,
          r -> r.u8(0x0a, 0xff).u16(0xffff).u32(0x0008c),
          "parisc:t0Ahv*rev*sv0000008C*"),
      of(
          "pci",
          32,
          40,
          r -> r.u32(0x8086, 0x10d3, MINUS_ONE, MINUS_ONE, 0, 0).word(9).u32(0).pad(0, 4),
          "pci:v00008086d000010D3sv*sd*bc*sc*i*"),
      of(
          "pci",
          32,
          40,
          r -> r.u32(MINUS_ONE, MINUS_ONE, 1, 2, 0x0c0330, 0xffffff)
              .word(0)
              .u32(1)
              .pad(0, 4),
          "vfio_pci:v*d*sv00000001sd00000002bc0Csc03i30*"),
      of(
          "pci",
          32,
          40,
          r -> r.u32(0x10de, MINUS_ONE, MINUS_ONE, MINUS_ONE, 0x030000, 0x0f0000)
              .word(0)
              .u32(0)
              .pad(0, 4)),
      of(
          "pcmcia",
          52,
          80,
          r -> r.u16(0x0153, 0x0101, 0x0589)
              .u8(6, 7, 8)
              .pad(3)
              .u32(0x12345678, 2, 0x0abc, 4)
              .pad(0, 4)
              .word(0, 0, 0, 0, 0, 0),
          "pcmcia:m0101c0589f*fn*pfn08pa12345678pb*pc00000ABCpd*"),
      of(
          "platform",
          24,
          32,
          r -> r.text(20, "s3c2410-i2c").pad(0, 4).word(0),
          "platform:s3c2410-i2c"),
      of(
          "platform",
          28,
          32,
          r -> r.text(24, "twenty-three-characters").word(0),
          "platform:twenty-three-characters"),
      of("pnp", 12, 16, r -> r.text(8, "PNPb006").word(0), "pnp:dPNPb006*", "acpi*:PNPB006:*"),
      of(
          "pnp_card",
          76,
          80,
          r ->
              r.text(8, "CTL0024").word(0).text(8, "CTL0031").text(8, "CTL0031").pad(48),
          "pnp:dCTL0031*",
          "acpi*:CTL0031:*",
          "pnp:dCTL0031*",
          "acpi*:CTL0031:*"),
      of("rapidio", 8, 8, r -> r.u16(0x500, 0x38, 0xffff, 0xffff), "rapidio:v0038d0500av*ad*"),
      of("rpmsg", 36, 40, r -> r.text(32, "rpmsg-client").word(0), "rpmsg:rpmsg-client"),
      of("rpmsg", 32, 32, r -> r.text(32, "rpmsg-client"), "rpmsg:rpmsg-client"),
      of(
          "sdio",
          12,
          16,
          r -> r.u8(0xff).pad(1).u16(0x2d0, 0xffff).pad(2).word(0),
          "sdio:c*v02D0d*"),
      of("sdw", 12, 16, r -> r.u16(0x25d, 0x700).u8(0, 1).pad(2).word(0), "sdw:m025Dp0700v*c01*"),
      of("serio", 4, 4, r -> r.u8(2, 0xff, 0, 0x15), "serio:ty02pr15id00ex*"),
      of("slim", 12, 16, r -> r.u16(0x217, 0x250, 1, 0).word(0), "slim:217:250:*"),
      of("spi", 36, 40, r -> r.text(32, "w25q80").word(0), "spi:w25q80"),
      of("ssam", 12, 16, r -> r.u8(5, 1, 0x15, 2, 3, 0).pad(2).word(0), "ssam:d01c15t02i*f00"),
      of("ssb", 6, 6, r -> r.u16(0x4243, 0x812).u8(0xff, 0), "ssb:v4243id0812rev*"),
      of(
          "tbsvc",
          32,
          40,
          r -> r.u32(3).text(9, "network").pad(3).u32(1, 5, 6).pad(0, 4).word(0),
          "tbsvc:knetworkp00000001v*r*"),
      of("tee", 16, 16, r -> r.u8(uuid()), "tee:00112233-4455-6677-8899-aabbccddeeff*"),
      of("typec", 8, 16, r -> r.u16(0xff01).u8(7).pad(1, 5).word(0), "typec:idFF01m*"),
      of("ulpi", 8, 16, r -> r.u16(0x4cc, 0xabc).pad(0, 4).word(0), "ulpi:v04ccp0abc"),
      of(
          "usb",
          24,
          32,
          r -> r.u16(0x03, 0x046d, 0xc52b, 0, 0)
              .u8(0, 0, 0, 0, 0, 0, 0)
              .pad(3, 7)
              .word(0),
          "usb:v046DpC52Bd*dc*dsc*dp*ic*isc*ip*in*"),
      of(
          "usb",
          24,
          32,
          r -> r.u16(0x7f0, 0, 0, 0, 0).u8(0xff, 1, 2, 8, 6, 0x50, 3).pad(3, 7).word(0),
          "usb:v*p*d*dcFFdsc01dp02ic08isc06ip50in03*"),
      of("vchiq", 32, 32, r -> r.text(32, "bcm2835-audio"), "vchiq:bcm2835-audio"),
      of("vio", 64, 64, r -> r.text(32, "net work").text(32, ""), "vio:Tnet_workS*"),
      of("virtio", 8, 8, r -> r.u32(1, MINUS_ONE), "virtio:d00000001v*"),
      of("vmbus", 20, 24, r -> r.u8(uuid()).word(0), "vmbus:00112233445566778899aabbccddeeff"),
      of(
          "wmi",
          44,
          48,
          r -> r.text(37, "05901221-D566-11D1-B2F0-00A0C9062910").pad(3).word(0),
          "wmi:05901221-D566-11D1-B2F0-00A0C9062910"),
      of("wmi", 44, 48, r -> r.text(37, "too short").pad(3).word(0)),
      of(
          "x86cpu",
          16,
          24,
          r -> r.u16(0, 6, 0x55, 0, 0, 1).pad(0, 4).word(0),
          "cpu:type:x86,ven0000fam0006mod0055:feature:*"),
      of(
          "x86cpu",
          20,
          24,
          r -> r.u16(0xffff, 0, 0, 0, 0x80, 1).u8(0).pad(3).word(0),
          "cpu:type:x86,ven*fam*mod*:feature:*0080*"),
      of(
          "x86cpu",
          12,
          16,
          r -> r.u16(2, 0, 0, 0x99).word(0),
          "cpu:type:x86,ven0002fam*mod*:feature:*0099*"),
      of("zorro", 8, 16, r -> r.u32(0x02020b00).pad(0, 4).word(0), "zorro:i02020B00"));

  private static int slot(RecordBytes record, int slot, int exact) {
    boolean isBigEndian = record.form() == ElfForm.BE32 || record.form() == ElfForm.BE64;
    return isBigEndian ? (slot << 1) | exact : (exact << 7) | slot;
  }

  private static int[] uuid() {
    int[] bytes = new int[16];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = i * 0x11;
    }
    return bytes;
  }

  private static long[] bits(RecordBytes record, int count, int... numbers) {
    int wordBits = record.is64Bit() ? 64 : 32;
    long[] words = new long[(count + wordBits - 1) / wordBits];
    for (int number : numbers) {
      words[number / wordBits] |= 1L << (number % wordBits);
    }
    return words;
  }

  static Stream<Arguments> casesInAllForms() {
    List<Arguments> arguments = new ArrayList<>();
    for (Case one : CASES) {
      for (ElfForm form : ElfForm.values()) {
        arguments.add(Arguments.of(one.bus(), form, one));
      }
    }
    return arguments.stream();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("casesInAllForms")
  void rendersARecord(String bus, ElfForm form, Object given) throws IOException {
    Case one = (Case) given;
    int size = one.sizes().get(form.is64Bit() ? 1 : 0);
    RecordBytes bytes = new RecordBytes(form);
    one.record().accept(bytes);
    assertThat(bytes.size()).isEqualTo(size);
    bytes.pad(size);

    List<String> patterns = new TableFile(form)
        .table("__mod_" + bus + "__t_device_table", bytes.toBytes())
        .patterns();

    assertThat(patterns).isEqualTo(one.patterns());
  }

  @Test
  void rendersASoundWireRecordFromBeforeVersions() throws IOException {
    RecordBytes bytes = new RecordBytes(ElfForm.LE32).u16(0x25d, 0x700).word(0).pad(8);

    List<String> patterns = new TableFile(ElfForm.LE32)
        .table("__mod_sdw__t_device_table", bytes.toBytes())
        .patterns();

    assertThat(patterns).containsExactly("sdw:m025Dp0700*");
  }

  @Test
  void thereIsARecordOfEachBus() {
    assertThat(CASES.stream().map(Case::bus).distinct().toList())
        .containsExactlyElementsOf(Buses.all().stream().map(Bus::name).toList());
  }
}
