package org.moduletools.modprobe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moduletools.kernel.ModuleState;
import org.moduletools.modulefile.ModuleBuilder;

/** What {@code modprobe --explain} tells of the running kernel. */
class ExplainKernelTest {

  private final ExplainedTree tree = new ExplainedTree();
  private final TestTree machine = tree.machine();

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "sys/module/module/parameters/sig_enforce | Y | Key was rejected by service",
        "sys/kernel/security/lockdown | none [integrity] confidentiality | Operation not permitted",
        "proc/sys/kernel/modules_disabled | 1 | Operation not permitted",
        "proc/cmdline | module_blacklist=plain | Operation not permitted"
      })
  void foreseesWhatTheKernelForbids(String file, String content, String answer) {
    machine.file("/" + file, content);

    assertThat(tree.explain("plain"))
        .contains("\n! ")
        .endsWith("  verdict    the kernel would refuse it: " + answer + "\nstatus 1\n");
  }

  @Test
  void tellsOfALoadedModule() {
    machine.kernel().hasLoaded("net_core", "net_card");
    machine.kernel().knows("net_card", "net_core");
    machine.file("/sys/module/net_core/parameters/size", "64\n");
    machine.file("/sys/module/net_core/parameters/area", "N\n");

    assertThat(tree.explain("net_core")).endsWith("""
          state      loaded, in use 1 time, by net_card
          values     area=N size=64
          verdict    nothing to do: it is loaded
        status 0
        """);
  }

  @Test
  void agreesWithModprobeOnAModuleThatOnlyTheKernelKnows() {
    machine.kernel().saysOf("loop", ModuleState.BUILTIN);
    machine.kernel().hasLoaded("gone_drv");

    assertThat(tree.explain("loop", "gone-drv")).isEqualTo("""
        loop: module loop, by the running kernel alone
          lookup     not in alias lines, modules.dep, install and remove lines, modules.alias, \
        modules.builtin, the aliases of modules.builtin.modinfo
          state      a part of the kernel that runs
          verdict    nothing to do: it is in the kernel; no file of it is known, and none is needed

        gone-drv: module gone_drv, by the running kernel alone
          lookup     not in alias lines, modules.dep, install and remove lines, modules.alias, \
        modules.builtin, the aliases of modules.builtin.modinfo
          state      loaded, not in use
          verdict    nothing to do: it is in the kernel; no file of it is known, and none is needed
        status 0
        """);
    assertThat(machine.run("-n", "loop")).isZero();
    assertThat(tree.explain("--root=/", "loop")).endsWith("status 1\n");
  }

  @Test
  void tellsOfAModuleThatComes() {
    machine.kernel().saysOf("plain", ModuleState.COMING);

    assertThat(tree.explain("plain"))
        .contains("\n! state      on its way in: its init function runs\n");
  }

  @Test
  void foreseesThatTheKernelForbidsWhatIsNeeded() {
    machine.file("/proc/cmdline", "module_blacklist=x,net_core");

    assertThat(tree.explain("net_card")).isEqualTo("""
        net_card: module net_card, by modules.dep
          needs      net_core, by modules.dep
        ! needs      net_core: module_blacklist= on the kernel command line names it (/proc/cmdline); \
        take it out in the boot loader's configuration
          file       /lib/modules/6.1.0-21-amd64/kernel/net-card.ko
          built      for this kernel, 6.1.0-21-amd64; not signed; this kernel loads unsigned modules too
          state      not loaded
          verdict    the kernel would refuse net_core, which it needs: Operation not permitted
        status 1
        """);
    assertThat(tree.explain("plain")).endsWith("  verdict    it would be loaded\nstatus 0\n");
    machine.kernel().hasLoaded("net_core");
    assertThat(tree.explain("net_card")).endsWith("  verdict    it would be loaded\nstatus 0\n");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"-f", "--force-vermagic", "--permanent"})
  void foreseesThatAChangedModuleCountsAsUnsigned(String option) {
    machine.file("/sys/module/module/parameters/sig_enforce", "Y\n");

    assertThat(tree.explain(option, "plain"))
        .contains("; this kernel loads signed modules only"
            + " (/sys/module/module/parameters/sig_enforce is Y), and a module that is forced or"
            + " permanent counts as not\n")
        .endsWith("the kernel would refuse it: Key was rejected by service\nstatus 1\n");
  }

  @Test
  void knowsThatWhatAPermanentModuleNeedsIsLoadedAsItIs() {
    machine.file("/sys/module/module/parameters/sig_enforce", "Y\n");
    assertThat(tree.explain("--permanent", "net-card"))
        .contains("net_core: not signed; this kernel loads signed modules only"
            + " (/sys/module/module/parameters/sig_enforce is Y)\n");

    machine.file("/sys/module/module/parameters/sig_enforce", "N\n");
    tree.module(
        "kernel/net-core.ko",
        new ModuleBuilder().modinfo(ExplainedTree.VERMAGIC).badlySigned(2));
    assertThat(tree.explain("--permanent", "net-card"))
        .endsWith("the kernel would refuse net_core, which it needs: Bad message\nstatus 1\n");
  }

  @ParameterizedTest(name = "enforced: {0}")
  @ValueSource(strings = {"Y", "N"})
  void foreseesThatADamagedSignatureIsRefusedAlways(String enforced) {
    machine.file("/sys/module/module/parameters/sig_enforce", enforced + "\n");
    tree.module(
        "kernel/plain.ko", new ModuleBuilder().modinfo(ExplainedTree.VERMAGIC).badlySigned(2));

    assertThat(tree.explain("plain"))
        .contains(
            "\n! built      signed, but the signature is damaged; every kernel refuses that\n")
        .endsWith("the kernel would refuse it: Bad message\nstatus 1\n");
  }
}
