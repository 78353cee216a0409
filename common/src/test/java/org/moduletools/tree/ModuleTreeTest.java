package org.moduletools.tree;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moduletools.config.ConfigFiles;
import org.moduletools.config.ConfigPlace;
import org.moduletools.config.KernelCommandLine;
import org.moduletools.config.ModprobeConfig;
import org.moduletools.elf.ElfBuilder;
import org.moduletools.module.ModuleName;
import org.moduletools.modulefile.Modinfo;
import org.moduletools.modulefile.ModuleBuilder;
import org.moduletools.modulefile.ModuleDescription;
import org.moduletools.modulefile.ModuleSymbols;
import org.moduletools.modulefile.ModuleSymbols.Export;
import org.moduletools.modulefile.ModuleSymbols.Need;

/**
 * A tree whose text files alone are there:
 *
 * <pre>
 *   ext4 needs jbd2 and mbcache, asks for crc32c before; crypto-crc32c is an alias of crc32c_intel
 *   btrfs is in the kernel, with the alias fs-btrfs
 * </pre>
 */
class ModuleTreeTest {

  private FileSystem files;
  private Path directory;

  @BeforeEach
  void writeTree() throws IOException {
    files = Jimfs.newFileSystem(Configuration.unix());
    directory = Files.createDirectories(files.getPath("/lib/modules/6.1.5"));
    write("modules.dep", """
        kernel/ext4.ko: kernel/jbd2.ko kernel/mbcache.ko
        kernel/jbd2.ko:
        kernel/mbcache.ko:
        kernel/crc32c-intel.ko.xz:
        """);
    write("modules.alias", """
        # Aliases extracted from modules themselves.
        alias fs-ext4 ext4
        alias fs-ext3 ext4
        alias pci:v00008086d*sv* ext4
        alias crypto-crc32c crc32c_intel
        """);
    write("modules.symbols", "alias symbol:jbd2_journal_start jbd2\n");
    write("modules.softdep", "softdep ext4 pre: crypto-crc32c\n");
    write("modules.builtin", "kernel/fs/btrfs/btrfs.ko\n");
    write("modules.builtin.modinfo", "btrfs.alias=fs-btrfs\0btrfs.license=GPL\0");
  }

  @AfterEach
  void close() throws IOException {
    files.close();
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(directory.resolve(name), content, ISO_8859_1);
  }

  private ModuleTree configured(String lines) throws IOException {
    Path file = Files.writeString(files.getPath("/a.conf"), lines, ISO_8859_1);
    return ModuleTree.open(
        directory,
        ModprobeConfig.read(
            ConfigFiles.named(
                List.of(new ConfigPlace(file, "a.conf")), ModuleTree.filesBesideModules(directory)),
            KernelCommandLine.EMPTY));
  }

  private static ModuleName module(String name) {
    return new ModuleName(name);
  }

  private static List<String> names(List<ResolvedModule> modules) {
    return modules.stream().map(module -> module.name().value()).toList();
  }

  private List<String> resolved(String name) throws IOException {
    try (ModuleTree tree = ModuleTree.open(directory)) {
      return names(tree.resolve(name));
    }
  }

  @Test
  void findsModulesByNameAliasAndSymbol() throws IOException {
    assertThat(resolved("ext4")).containsExactly("ext4");
    assertThat(resolved("crc32c-intel")).containsExactly("crc32c_intel");
    assertThat(resolved("fs-ext3")).containsExactly("ext4");
    assertThat(resolved("pci:v00008086d000010D3sv00008086")).containsExactly("ext4");
    assertThat(resolved("symbol:jbd2_journal_start")).containsExactly("jbd2");
    assertThat(resolved("btrfs")).containsExactly("btrfs");
    assertThat(resolved("fs-btrfs")).containsExactly("btrfs");
    assertThat(resolved("nosuch")).isEmpty();
    assertThat(resolved("un[balanced")).isEmpty();
  }

  @Test
  void remembersTheAliasThatLedToAModule() throws IOException {
    try (ModuleTree tree = ModuleTree.open(directory)) {
      assertThat(tree.resolve("fs-ext4"))
          .containsExactly(new ResolvedModule(module("ext4"), "fs_ext4"));
      assertThat(tree.resolve("ext4")).containsExactly(ResolvedModule.named(module("ext4")));
      assertThat(tree.resolve("ext4").get(0).reachedBy()).isEmpty();
    }
  }

  @Test
  void asksTheConfigurationFirst() throws IOException {
    try (ModuleTree tree = configured("alias ext4 jbd2\ninstall later /bin/true\n")) {
      assertThat(names(tree.resolve("ext4"))).containsExactly("jbd2");
      assertThat(names(tree.resolve("later"))).containsExactly("later");
    }
  }

  @Test
  void takesTheCallersModulesForKnown() throws IOException {
    try (ModuleTree tree = ModuleTree.open(directory)) {
      assertThat(names(tree.resolve("mine", Set.of(module("mine"))))).containsExactly("mine");
    }
  }

  /** As arm_cci, which is drivers/bus/arm-cci and drivers/perf/arm-cci of Linux 6.1 for arm64. */
  @Test
  void describesTheFirstOfTwoBuiltInModulesOfOneName() throws IOException {
    write(
        "modules.builtin.modinfo",
        "btrfs.license=GPL\0btrfs.file=one\0part.license=MIT\0btrfs.license=BSD\0btrfs.file=two\0");

    try (ModuleTree tree = ModuleTree.open(directory)) {
      assertThat(tree.modinfo(module("btrfs")).entries())
          .containsExactly(new Modinfo.Entry("license", "GPL"), new Modinfo.Entry("file", "one"));
      assertThat(tree.modinfo(module("part")).entries())
          .containsExactly(new Modinfo.Entry("license", "MIT"));
    }
  }

  @Test
  void knowsFilesAndNeeds() throws IOException {
    try (ModuleTree tree = ModuleTree.open(directory)) {
      assertThat(tree.file(module("crc32c_intel")))
          .contains(directory.resolve("kernel/crc32c-intel.ko.xz"));
      assertThat(tree.file(module("btrfs"))).isEmpty();
      assertThat(tree.isBuiltin(module("btrfs"))).isTrue();
      assertThat(tree.isBuiltin(module("ext4"))).isFalse();
      assertThat(tree.needs(module("ext4"))).containsExactly(module("mbcache"), module("jbd2"));
      assertThat(tree.needs(module("btrfs"))).isEmpty();
    }
  }

  @Test
  void putsWhatIsLoadedIntoItsOrder() throws IOException {
    try (ModuleTree tree = ModuleTree.open(directory)) {
      ResolvedModule ext4 = ResolvedModule.named(module("ext4"));

      assertThat(tree.loadOrder(ext4))
          .containsExactly(
              new LoadStep(
                  ResolvedModule.named(module("mbcache")), "kernel/mbcache.ko", true, true),
              new LoadStep(ResolvedModule.named(module("jbd2")), "kernel/jbd2.ko", true, true),
              new LoadStep(
                  new ResolvedModule(module("crc32c_intel"), "crypto_crc32c"),
                  "kernel/crc32c-intel.ko.xz",
                  false,
                  true),
              new LoadStep(ext4, "kernel/ext4.ko", true, true));
      assertThat(tree.loadOrderIgnoringCommands(ext4))
          .extracting(LoadStep::commands)
          .containsExactly(true, true, false);
    }
  }

  @Test
  void readsTheModinfoOfAPartOfTheKernel() throws IOException {
    try (ModuleTree tree = ModuleTree.open(directory)) {
      assertThat(tree.modinfo(module("btrfs")).values("license")).containsExactly("GPL");
      assertThat(tree.modinfo(module("nosuch")).entries()).isEmpty();
    }
  }

  /** ext4 uses a symbol of jbd2 alone; jbd2 in its turn uses mbcache. */
  @Test
  void knowsWhichNeedsAreDirect() throws IOException {
    write("modules.dep", """
        kernel/ext4.ko: kernel/jbd2.ko kernel/mbcache.ko
        kernel/jbd2.ko: kernel/mbcache.ko
        kernel/mbcache.ko:
        """);
    write("modules.symbols", """
        alias symbol:jbd2_journal_start jbd2
        alias symbol:mb_cache_create mbcache
        """);
    new ModuleBuilder()
        .needs("printk", ".jbd2_journal_start")
        .writeTo(directory.resolve("kernel/ext4.ko"));

    try (ModuleTree tree = ModuleTree.open(directory)) {
      assertThat(tree.needs(module("ext4"))).containsExactly(module("mbcache"), module("jbd2"));
      assertThat(tree.directNeeds(module("ext4"))).containsExactly(module("jbd2"));
      assertThat(tree.directNeeds(module("jbd2"))).containsExactly(module("mbcache"));
      assertThat(tree.directNeeds(module("btrfs"))).isEmpty();
    }
  }

  @Test
  void readsWhatAModuleExportsNeedsAndStates() throws IOException {
    new ModuleBuilder()
        .modinfo("license=GPL", "parm=size:In blocks", "parmtype=size:uint")
        .exports("ext4_register", 0x1234)
        .needs("printk")
        .version("printk", 0xabcd)
        .writeTo(directory.resolve("kernel/ext4.ko"));

    try (ModuleTree tree = ModuleTree.open(directory)) {
      ModuleSymbols symbols = tree.symbols(module("ext4"));
      assertThat(symbols.exports()).containsExactly(new Export("ext4_register", 0x1234));
      assertThat(symbols.needs()).containsExactly(new Need("printk", 0xabcd, false));
      ModuleDescription description = tree.description(module("ext4"));
      assertThat(description.modinfo().parameters())
          .singleElement()
          .hasToString("size:In blocks (uint)");
      assertThat(description.signature()).isEmpty();
    }
  }

  @Test
  void readsTheDeviceTablesOfAModule() throws IOException {
    byte[] table = new byte[64];
    table[0] = (byte) 0x86; // vendor 0x8086, all else 0; then a record of zeros
    table[1] = (byte) 0x80;
    new ModuleBuilder()
        .with(elf -> elf.symbol(
            "__mod_pci__ext4_device_table",
            elf.section(".rodata", table),
            0,
            table.length,
            ElfBuilder.GLOBAL))
        .writeTo(directory.resolve("kernel/ext4.ko"));

    try (ModuleTree tree = ModuleTree.open(directory)) {
      assertThat(tree.deviceTables(module("ext4")))
          .singleElement()
          .satisfies(pci -> assertThat(pci.patterns())
              .containsExactly("pci:v00008086d00000000sv00000000sd00000000bc*sc*i*"));
    }
  }

  @Test
  void knowsAPartOfTheKernelHasNoSymbolsOrTables() throws IOException {
    try (ModuleTree tree = ModuleTree.open(directory)) {
      assertThat(tree.symbols(module("btrfs"))).isEqualTo(ModuleSymbols.EMPTY);
      assertThat(tree.deviceTables(module("btrfs"))).isEmpty();
      assertThat(tree.description(module("btrfs")).modinfo().values("alias"))
          .containsExactly("fs-btrfs");
    }
  }

  @Test
  void reportsADamagedIndexAndAnswersFromItsText() throws IOException {
    write("modules.dep.bin", "not an index");
    List<String> problems = new ArrayList<>();
    ModprobeConfig config = ModuleTree.open(directory).config();

    try (ModuleTree tree = ModuleTree.open(directory, config, problems::add)) {
      assertThat(names(tree.resolve("ext4"))).containsExactly("ext4");
    }

    assertThat(problems)
        .containsExactly("/lib/modules/6.1.5/modules.dep.bin is damaged: not an index: offset=0; "
            + "modules.dep is used instead, run depmod to write both anew");
  }

  @Test
  void namesADamagedIndexWithoutText() throws IOException {
    write("modules.dep.bin", "not an index");
    Files.delete(directory.resolve("modules.dep"));

    try (ModuleTree tree = ModuleTree.open(directory)) {
      assertThatThrownBy(() -> tree.resolve("ext4"))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("/lib/modules/6.1.5/modules.dep.bin is damaged");
    }
  }

  @Test
  void findsAPartOfTheKernelBesideDamagedAliases() throws IOException {
    write("modules.alias", "");
    write("modules.alias.bin", "");
    List<String> problems = new ArrayList<>();
    ModprobeConfig config = ModuleTree.open(directory).config();

    try (ModuleTree tree = ModuleTree.open(directory, config, problems::add)) {
      assertThat(names(tree.resolve("btrfs"))).containsExactly("btrfs");
      assertThatThrownBy(() -> tree.resolve("fs-btrfs")).isInstanceOf(IOException.class);
    }
    assertThat(problems).singleElement().asString().contains("/modules.alias.bin is damaged");
  }

  @Test
  void answersSeveralThreadsAtOnce() throws IOException {
    write("modules.dep.bin", "not an index");
    ModprobeConfig config = ModuleTree.open(directory).config();
    List<String> problems = Collections.synchronizedList(new ArrayList<>());

    try (ModuleTree tree = ModuleTree.open(directory, config, problems::add)) {
      List<String> found = IntStream.range(0, 1000)
          .parallel()
          .mapToObj(i -> resolvedUnchecked(tree, i % 2 == 0 ? "fs-ext4" : "ext4"))
          .distinct()
          .toList();

      assertThat(found).containsExactly("ext4");
    }
    assertThat(problems).hasSize(1);
  }

  private static String resolvedUnchecked(ModuleTree tree, String name) {
    try {
      return String.join(" ", names(tree.resolve(name)));
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  @Test
  void knowsNothingWithoutIndexes() throws IOException {
    try (ModuleTree tree = ModuleTree.open(files.getPath("/nowhere"))) {
      assertThat(tree.resolve("ext4")).isEmpty();
    }
  }
}
