package org.moduletools.modprobe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.moduletools.modulefile.ModuleBuilder;

/** What {@code modprobe --explain} tells of parameters. */
class ExplainOptionsTest {

  private final ExplainedTree tree = new ExplainedTree();
  private final TestTree machine = tree.machine();

  @Test
  void tellsOfOptionsFromThreePlacesAndWhichAreWrong() {
    machine.config("options net-card debug=1\n");
    machine.file("/lib/modprobe.d/late.conf", "alias eth net-card\noptions eth debug=2 dbug=1\n");
    machine.file("/proc/cmdline", "quiet net_card.mode=fast");

    assertThat(tree.explain("eth")).isEqualTo("""
        eth: module net_card, by the line alias eth net_card (/lib/modprobe.d/late.conf:1)
          options    debug=2 dbug=1 for eth (/lib/modprobe.d/late.conf:2)
        ! options    'dbug' is no parameter of it; near: debug (/lib/modprobe.d/late.conf:2)
          options    debug=1 (/etc/modprobe.d/test.conf:1)
          options    mode=fast (/proc/cmdline)
          options    debug=1 is the last word for debug
          needs      net_core, by modules.dep
          file       /lib/modules/6.1.0-21-amd64/kernel/net-card.ko
          built      for this kernel, 6.1.0-21-amd64; not signed; this kernel loads unsigned modules too
          state      not loaded
          verdict    it would be loaded, after net_core
        status 0
        """);
  }

  @Test
  void foreseesThatTheKernelRefusesAValue() {
    machine.config("options net-card debug=much\n");

    assertThat(tree.explain("net-card")).contains("""
        ! options    'debug=much' is no value of its type (int) (/etc/modprobe.d/test.conf:1)
        """).endsWith("""
          verdict    the kernel would refuse it: Invalid argument
        status 1
        """);
  }

  @Test
  void foreseesThatTheKernelRefusesAValueForWhatIsNeeded() {
    new ModuleBuilder()
        .modinfo("vermagic=6.1.0-21-amd64 SMP mod_unload ", "parmtype=size:int")
        .writeTo(tree.path(ExplainedTree.FOLDER + "kernel/net-core.ko"));
    machine.config("options net_core size=much\n");

    assertThat(tree.explain("net_card")).contains("""
        ! needs      net_core: 'size=much' is no value of its type (int) (/etc/modprobe.d/test.conf:1)
        """).endsWith("""
          verdict    the kernel would refuse net_core, which it needs: Invalid argument
        status 1
        """);
  }
}
