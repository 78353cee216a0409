package org.moduletools.modprobe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moduletools.modulefile.ModuleBuilder;

/** What {@code modprobe --explain} tells of files: whether they are there, and fit the kernel. */
class ExplainBuildTest {

  private final ExplainedTree tree = new ExplainedTree();
  private final TestTree machine = tree.machine();

  @ParameterizedTest(name = "byte {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "16 | 2 | it is no relocatable ELF file, as modules are",
        "18 | 40 | it is for arm, 64 bit, little endian; other modules of this kernel are for"
            + " x86-64, 64 bit, little endian"
      })
  void foreseesThatTheKernelRefusesAnotherForm(int position, int value, String words)
      throws IOException {
    Path file = tree.path(ExplainedTree.FOLDER + "kernel/plain.ko");
    byte[] bytes = Files.readAllBytes(file);
    bytes[position] = (byte) value;
    Files.write(file, bytes);

    assertThat(tree.explain("plain")).contains("\n! built      " + words + "\n").endsWith("""
          verdict    the kernel would refuse it: Exec format error
        status 1
        """);
    assertThat(tree.explain("net_core")).endsWith("  verdict    it would be loaded\nstatus 0\n");
  }

  @Test
  void comparesWhatAModuleWasBuiltForWithTheKernel() {
    assertThat(tree.explain("odd")).contains("""
        ! built      it was built for '6.0.0 SMP mod_unload', this kernel is '6.1.0-21-amd64 SMP \
        mod_unload'; the first difference is '6.0.0' in place of '6.1.0-21-amd64'
        """).endsWith("""
          verdict    the kernel would refuse it: Exec format error
        status 1
        """);
    assertThat(tree.explain("-f", "odd")).endsWith("  verdict    it would be loaded\nstatus 0\n");
  }

  @Test
  void cannotKnowWhetherVersionsOfSymbolsFitAnotherKernel() {
    machine.kernel().runs("6.2.0");
    tree.module(
        "kernel/plain.ko",
        new ModuleBuilder().modinfo(ExplainedTree.VERMAGIC).version("printk", 1));

    assertThat(tree.explain("-S", "6.1.0-21-amd64", "plain"))
        .contains("""
        ! built      for 6.1.0-21-amd64, where 6.2.0 runs; by the versions of its symbols it may fit; \
        not signed; this kernel loads unsigned modules too
        """)
        .endsWith("  verdict    it would be loaded\nstatus 0\n");
  }

  @Test
  void comparesSymbolsOfAForeignModuleForAnImage() {
    machine.link("/img", "/");
    machine.file(
        ExplainedTree.FOLDER + "modules.dep",
        "kernel/net-core.ko:\nupdates/odd.ko: kernel/net-core.ko\n");
    tree.module(
        "kernel/net-core.ko",
        new ModuleBuilder().modinfo(ExplainedTree.VERMAGIC).exports("core_call", 0x42));
    tree.module(
        "updates/odd.ko",
        new ModuleBuilder()
            .modinfo(ExplainedTree.VERMAGIC, "license=GPL")
            .needs("core_call", "printk")
            .version("core_call", 0x7f)
            .version("printk", 1));

    assertThat(tree.explain("--root=/img", "odd"))
        .contains(
            "\n! built      it was built with version 0x0000007f of the symbol core_call, which")
        .contains(
            "\n! built      not compared: printk; no module has it, and no symbols of the kernel"
                + " itself are known (Module.symvers, System.map, /proc/kallsyms)\n")
        .endsWith("  verdict    the kernel would refuse it: Invalid argument\nstatus 1\n");
    machine.file("/boot/System.map-6.1.0-21-amd64", "ffffffff T start\n");
    assertThat(tree.explain("--root=/img", "-f", "odd"))
        .contains(
            "\n! built      it needs printk, which neither this kernel nor a module of it has\n")
        .doesNotContain("core_call");
  }

  @Test
  void tellsOfANewerFileThatNoIndexNames() throws IOException {
    Path dep = tree.path(ExplainedTree.FOLDER + "modules.dep");
    tree.module("dkms/plain.ko", new ModuleBuilder().modinfo(ExplainedTree.VERMAGIC));
    Files.setLastModifiedTime(dep, FileTime.fromMillis(32_503_680_000_000L));
    assertThat(tree.explain("plain")).doesNotContain("dkms");

    Files.setLastModifiedTime(dep, FileTime.fromMillis(0));
    assertThat(tree.explain("plain")).contains("""
        ! file       /lib/modules/6.1.0-21-amd64/dkms/plain.ko is there, but modules.dep does not name \
        it; run depmod
        """);
  }

  @Test
  void tellsOfAnotherNameInTheFile() {
    tree.module(
        "kernel/plain.ko", new ModuleBuilder().modinfo(ExplainedTree.VERMAGIC, "name=ordinary"));

    assertThat(tree.explain("plain"))
        .contains(
            "\n! file       the module in it has the name ordinary: the kernel calls it so\n");
  }

  @Test
  void missesTheFileOfAModuleThatIsNeeded() throws IOException {
    Files.delete(tree.path(ExplainedTree.FOLDER + "kernel/net-core.ko"));

    assertThat(tree.explain("net_card")).contains("""
        ! needs      /lib/modules/6.1.0-21-amd64/kernel/net-core.ko of net_core: \
        No such file or directory; run depmod
        """).endsWith("""
          verdict    it would not be loaded: the file of net_core, which it needs, cannot be had
        status 1
        """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "junk", "\177ELF"})
  void cannotReadTheFileOfAModuleThatIsNeeded(String content) {
    machine.file(ExplainedTree.FOLDER + "kernel/net-core.ko", content);

    assertThat(tree.explain("net_card"))
        .contains("\n! needs      /lib/modules/6.1.0-21-amd64/kernel/net-core.ko of net_core: ")
        .endsWith("""
          verdict    it would not be loaded: the file of net_core, which it needs, cannot be had
        status 1
        """);
    machine.kernel().hasLoaded("net_core");
    assertThat(tree.explain("net_card")).endsWith("  verdict    it would be loaded\nstatus 0\n");
  }

  @Test
  void foreseesThatTheKernelRefusesWhatIsNeeded() {
    tree.module(
        "kernel/net-core.ko", new ModuleBuilder().modinfo("vermagic=6.0.0 SMP mod_unload "));

    assertThat(tree.explain("net_card"))
        .contains(
            "\n! needs      net_core: it was built for '6.0.0 SMP mod_unload', this kernel is ")
        .endsWith("""
          verdict    the kernel would refuse net_core, which it needs: Exec format error
        status 1
        """);
  }
}
