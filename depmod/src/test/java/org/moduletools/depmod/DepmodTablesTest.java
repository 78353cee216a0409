package org.moduletools.depmod;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.moduletools.depmod.ModuleTree.lines;

import java.io.IOException;
import java.nio.file.Files;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moduletools.elf.ElfBuilder;
import org.moduletools.modulefile.ModuleBuilder;

/** Map files, and the check of aliases against device tables. */
class DepmodTablesTest {

  private static final String SERIO_HEADER = "# serio module       type extra id   proto";

  private final ModuleTree tree = new ModuleTree();

  @AfterEach
  void close() throws IOException {
    tree.close();
  }

  /** Adds a table of one serio device, whose alias ends in {@code ty0Npr*id*ex*}. */
  private static UnaryOperator<ModuleBuilder> serio(String table, int type) {
    return module -> module.with(elf -> {
      byte[] bytes = {(byte) type, -1, -1, -1, 0, 0, 0, 0};
      int section = elf.section(".rodata" + table, bytes);
      elf.symbol("__mod_serio__" + table + "_device_table", section, 0, 8, ElfBuilder.GLOBAL);
    });
  }

  @Test
  void writesNoMapFilesUnlessAsked() {
    tree.module("a.ko", serio("t", 1));

    tree.depmod();

    assertThat(tree.entries("", "modules.serio")).isEmpty();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"--map-files, ''", "-a, make_map_files yes"})
  void writesMapFilesInModuleOrder(String option, String config) {
    tree.config(config);
    tree.module("kernel/b-c.ko.xz", serio("t", 2));
    tree.module("kernel/a.ko", module -> serio("u", 4).apply(serio("t", 3).apply(module)));
    tree.file("modules.order", lines("kernel/b-c.ko", "kernel/a.ko"));

    int status = tree.depmod(option);

    assertThat(status).isZero();
    assertThat(tree.err()).isEmpty();
    assertThat(tree.text("modules.seriomap"))
        .isEqualTo(lines(
            SERIO_HEADER,
            "b-c                  0x02 0xff  0xff 0xff",
            "a                    0x03 0xff  0xff 0xff",
            "a                    0x04 0xff  0xff 0xff"));
    assertThat(tree.text("modules.ofmap"))
        .isEqualTo("# of module          name                 type                 compatible\n");
    assertThat(tree.entries("", "modules."))
        .contains(
            "modules.ccwmap",
            "modules.ieee1394map",
            "modules.inputmap",
            "modules.isapnpmap",
            "modules.ofmap",
            "modules.pcimap",
            "modules.seriomap",
            "modules.usbmap");
  }

  @Test
  void theLastLineOfTheConfigurationDecides() {
    tree.config("make_map_files yes", "make_map_files no");
    tree.module("a.ko", serio("t", 1));

    tree.depmod();

    assertThat(tree.entries("", "modules.serio")).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"make_map_files", "make_map_files perhaps"})
  void namesALineThatSaysNeitherYesNorNo(String line) {
    tree.config(line);

    tree.depmod();

    assertThat(tree.err())
        .isEqualTo("depmod: ERROR: /etc/depmod.d/test.conf:1: ignoring bad line starting with"
            + " 'make_map_files'\n");
  }

  @Test
  void printsMapFilesBehindModulesDep() {
    tree.module("a.ko", serio("t", 1));

    tree.depmod("-n", "--map-files");

    assertThat(tree.out())
        .startsWith(lines(
            "a.ko:",
            "# pci module         vendor     device     subvendor  subdevice  class      class_mask"
                + " driver_data"))
        .contains(lines(
            SERIO_HEADER,
            "a                    0x01 0xff  0xff 0xff",
            "# Aliases extracted from modules themselves."));
  }

  @Test
  void writesMapFilesOfNamedModules() {
    tree.module("a.ko", serio("t", 1)).module("b.ko", serio("t", 2));

    tree.depmod("--map-files", "5.0", "/lib/modules/5.0/b.ko");

    assertThat(tree.text("modules.seriomap"))
        .isEqualTo(lines(SERIO_HEADER, "b                    0x02 0xff  0xff 0xff"));
  }

  @Test
  void quickNoticesThatMapFilesAreMissing() throws IOException {
    tree.module("a.ko", serio("t", 1));
    tree.depmod();

    tree.depmod("-A", "--map-files");
    assertThat(tree.text("modules.seriomap")).contains("0x01");

    Files.writeString(tree.inModules("modules.seriomap"), "kept", ISO_8859_1);
    tree.depmod("-A", "--map-files");
    assertThat(tree.text("modules.seriomap")).isEqualTo("kept");
  }

  @Test
  void goesOnAfterADamagedTable() {
    tree.module(
        "a.ko",
        a -> a.with(elf -> {
          int section = elf.section(".rodata", new byte[8]);
          elf.symbol("__mod_serio__t_device_table", section, 4, 8, ElfBuilder.GLOBAL);
        }));
    tree.module("b.ko", serio("t", 2));

    int status = tree.depmod("--map-files");

    assertThat(status).isZero();
    assertThat(tree.err())
        .startsWith("depmod: ERROR: failed to load device tables from /lib/modules/5.0/a.ko:"
            + " device table __mod_serio__t_device_table past end of its section: offset=");
    assertThat(tree.text("modules.seriomap"))
        .isEqualTo(lines(SERIO_HEADER, "b                    0x02 0xff  0xff 0xff"));
  }

  @Test
  void findsNoDifferenceWhereAliasesAreMadeOfTables() {
    tree.module("a.ko", a -> serio("t", 1).apply(a).modinfo("alias=serio:ty01pr*id*ex*"));
    tree.module("b.ko", b -> b.modinfo("alias=pci:v*"));

    int status = tree.depmod("--check-aliases");

    assertThat(status).isZero();
    assertThat(tree.out())
        .isEqualTo("2 modules, 1 with device tables: 1 agree with their aliases, 0 differ\n");
    assertThat(tree.err()).isEmpty();
    assertThat(tree.entries("", "modules.dep")).isEmpty();
  }

  @Test
  void anAliasThatSomebodyAddedIsNoFault() {
    tree.module(
        "a.ko",
        a -> serio("t", 1).apply(a).modinfo("alias=serio:ty01pr*id*ex*", "alias=serio:by-hand"));

    int status = tree.depmod("--check-aliases");

    assertThat(status).isZero();
    assertThat(tree.out()).startsWith("a.ko: an alias, but in no device table: serio:by-hand\n");
  }

  @Test
  void tellsThatThereWereNoTablesToCheck() {
    tree.modules("a.ko", "b.ko");

    tree.depmod("--check-aliases");

    assertThat(tree.out())
        .isEqualTo("2 modules, 0 with device tables: 0 agree with their aliases, 0 differ\n");
  }

  @Test
  void namesEachAliasThatOneSideLacks() {
    tree.module(
        "kernel/a.ko",
        a -> serio("u", 2)
            .apply(serio("t", 1).apply(a))
            .modinfo("alias=serio:ty02pr*id*ex*", "alias=serio:ty03pr*id*ex*", "alias=other:x"));

    int status = tree.depmod("--check-aliases");

    assertThat(status).isEqualTo(1);
    assertThat(tree.out())
        .isEqualTo(lines(
            "kernel/a.ko: in a device table, but no alias: serio:ty01pr*id*ex*",
            "kernel/a.ko: an alias, but in no device table: serio:ty03pr*id*ex*",
            "1 modules, 1 with device tables: 0 agree with their aliases, 1 differ"));
  }
}
