package org.moduletools.modprobe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moduletools.elf.ElfBuilder;
import org.moduletools.modulefile.ModuleBuilder;

/** What {@code modprobe --explain} tells of the symbols that a module needs. */
class ExplainSymbolsTest {

  private static final String UNKNOWN_SYMBOL =
      "Unknown symbol in module, or unknown parameter (see dmesg)\nstatus 1\n";

  /** The rows of a kernel that exports kfree, and for the GPL free_percpu and kill_pid. */
  private static final String KALLSYMS = """
      0000000000000000 T start_kernel
      0000000000000000 T kfree
      0000000000000000 D jiffies
      0000000000000000 r __ksymtab_kfree
      0000000000000000 r __ksymtab_free_percpu
      0000000000000000 R __start___ksymtab_gpl
      0000000000000000 R __stop___ksymtab
      0000000000000000 r __ksymtab_kill_pid
      0000000000000000 R __stop___ksymtab_gpl
      0000000000000000 T strange_call\t[strange]
      """;

  private final ExplainedTree tree = new ExplainedTree();
  private final TestTree machine = tree.machine();

  private void plainIs(String licence, String... needs) {
    ModuleBuilder module = new ModuleBuilder().modinfo(ExplainedTree.VERMAGIC);
    if (!licence.isEmpty()) {
      module.modinfo("license=" + licence);
    }
    tree.module("kernel/plain.ko", module.needs(needs));
  }

  @Test
  void findsThatAModuleWhichIsNeededIsGone() {
    machine.file("/proc/kallsyms", KALLSYMS);
    plainIs("GPL", "kfree", "llc_sap_open", "_GLOBAL_OFFSET_TABLE_", ".strange_call");

    assertThat(tree.explain("plain"))
        .contains(
            "\n! built      it needs llc_sap_open, which neither this kernel nor a module of it has\n")
        .endsWith("  verdict    the kernel would refuse it: " + UNKNOWN_SYMBOL);
  }

  @Test
  void findsThatOfANeed() {
    machine.file("/proc/kallsyms", KALLSYMS);
    tree.module(
        "kernel/net-core.ko",
        new ModuleBuilder().modinfo(ExplainedTree.VERMAGIC, "license=GPL").needs("llc_sap_open"));

    assertThat(tree.explain("net-card"))
        .contains("\n! needs      net_core: it needs llc_sap_open, which neither this kernel nor ")
        .endsWith(
            "  verdict    the kernel would refuse net_core, which it needs: " + UNKNOWN_SYMBOL);
  }

  @Test
  void knowsThatTheKernelKeepsSymbolsToItself() {
    machine.file("/proc/kallsyms", KALLSYMS);
    plainIs("GPL", "start_kernel");

    assertThat(tree.explain("plain"))
        .contains("\n! built      it needs start_kernel, which neither ");
  }

  @Test
  void findsThatModprobeDoesNotLoadTheModuleThatHasASymbol() {
    plainIs("GPL", "core_call");

    assertThat(tree.explain("plain"))
        .contains("\n! built      it needs core_call, which module net_core has: not loaded\n")
        .endsWith("  verdict    the kernel would refuse it: " + UNKNOWN_SYMBOL);
    machine.config("softdep plain pre: net-core\n");
    assertThat(tree.explain("plain"))
        .endsWith("  verdict    it would be loaded, after net_core\nstatus 0\n");
  }

  @Test
  void saysNothingOfItsOwnModulesWhereTheKernelsSymbolsAreNotKnown() {
    machine.link("/img", "/");
    machine.file("/proc/kallsyms", KALLSYMS);
    plainIs("GPL", "llc_sap_open");

    assertThat(tree.explain("--root=/img", "plain")).isEqualTo("""
        plain: module plain, by modules.dep
          file       /img/lib/modules/6.1.0-21-amd64/kernel/plain.ko
          built      for 6.1.0-21-amd64; not signed
          verdict    it would be loaded
        status 0
        """);
  }

  @Test
  void learnsNothingFromASystemMapThatIsOnlyASentence() {
    machine.link("/img", "/");
    machine.file(
        "/boot/System.map-6.1.0-21-amd64",
        "ffffffffffffffff B The real System.map is in the linux-image-6.1.0-21-amd64-dbg package\n");
    plainIs("GPL", "kfree");

    assertThat(tree.explain("--root=/img", "plain"))
        .endsWith("  verdict    it would be loaded\nstatus 0\n");
  }

  @ParameterizedTest
  @CsvSource({
    "Proprietary, its licence 'Proprietary' is not compatible with the GPL",
    "GPL v3, its licence 'GPL v3' is not compatible with the GPL",
    "'', it states no licence",
  })
  void findsThatTheKernelGivesGplOnlySymbolsToGplModulesOnly(String licence, String words) {
    machine.file("/proc/kallsyms", KALLSYMS);
    plainIs(licence, "kfree", "free_percpu", "kill_pid");

    assertThat(tree.explain("plain"))
        .contains("\n! built      " + words + ", and the kernel gives GPL-only symbols to no such"
            + " module: free_percpu and kill_pid\n")
        .endsWith("  verdict    the kernel would refuse it: " + UNKNOWN_SYMBOL);
    plainIs("Dual BSD/GPL", "kfree", "free_percpu", "kill_pid");
    assertThat(tree.explain("plain")).endsWith("  verdict    it would be loaded\nstatus 0\n");
    plainIs(licence, "kfree");
    assertThat(tree.explain("plain"))
        .doesNotContain("licence")
        .endsWith("  verdict    it would be loaded\nstatus 0\n");
  }

  @Test
  void doesNotClaimThatASymbolIsGivenIfThatIsNotKnown() {
    plainIs("Proprietary", "kfree");

    assertThat(tree.explain("plain"))
        .contains(
            "\n! built      its licence 'Proprietary' is not compatible with the GPL, and the"
                + " kernel gives GPL-only symbols to no such module; whether it needs one is not known\n")
        .endsWith("""
          verdict    it would be loaded, unless a symbol that is needed is GPL-only
        status 0
        """);
  }

  @Test
  void readsFromTheFileOfAModuleWhichOfItsSymbolsAreGplOnly() {
    ModuleBuilder core = new ModuleBuilder()
        .modinfo(ExplainedTree.VERMAGIC)
        .exports("core_call")
        .with(elf -> {
          int section = elf.section("__ksymtab_gpl", new byte[12]);
          elf.symbol("__ksymtab_core_call", section, 0, 0, ElfBuilder.LOCAL);
        });
    tree.module("kernel/net-core.ko", core);
    machine.kernel().hasLoaded("net_core");
    plainIs("Proprietary", "core_call");

    assertThat(tree.explain("plain")).contains("GPL-only symbols to no such module: core_call\n");
  }

  @Test
  void tellsThatALicenceOfANeedMayNotDo() {
    tree.module(
        "kernel/net-core.ko",
        new ModuleBuilder().modinfo(ExplainedTree.VERMAGIC).needs("kfree"));

    assertThat(tree.explain("net-card"))
        .contains("\n! needs      net_core: it states no licence, and the kernel gives ")
        .endsWith("""
          verdict    it would be loaded, after net_core, unless a symbol that is needed is GPL-only
        status 0
        """);
  }

  @Test
  void foreseesTheErrorForAnotherLayoutOfTheKernel() {
    tree.module(
        "kernel/net-core.ko",
        new ModuleBuilder()
            .modinfo(ExplainedTree.VERMAGIC)
            .version("module_layout", 0x10)
            .version("kfree", 0x20));
    tree.module(
        "updates/odd.ko",
        new ModuleBuilder()
            .modinfo(ExplainedTree.VERMAGIC)
            .version("kfree", 0x21)
            .version("module_layout", 0x11));

    assertThat(tree.explain("odd"))
        .endsWith("  verdict    the kernel would refuse it: Exec format error\nstatus 1\n");
    tree.module(
        "updates/odd.ko",
        new ModuleBuilder()
            .modinfo(ExplainedTree.VERMAGIC)
            .version("kfree", 0x21)
            .version("module_layout", 0x10));
    assertThat(tree.explain("odd"))
        .endsWith("  verdict    the kernel would refuse it: Invalid argument\nstatus 1\n");
  }
}
