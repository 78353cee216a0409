package org.moduletools.modprobe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moduletools.modulefile.ModuleBuilder;

/** What {@code modprobe --explain} tells of softdeps that would not be loaded. */
class ExplainSoftdepsTest {

  private static final String CORE = ExplainedTree.FOLDER + "kernel/net-core.ko";

  private static final String LOADED_ALONE = "  verdict    it would be loaded\nstatus 0\n";

  private final ExplainedTree tree = new ExplainedTree();
  private final TestTree machine = tree.machine();

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "install net-core /bin/false | its install command loads nothing: /bin/false"
            + " (/etc/modprobe.d/test.conf:2)",
        "install net-core true | its install command loads nothing: true"
            + " (/etc/modprobe.d/test.conf:2)",
      })
  void namesNoneWhoseCommandLoadsNothing(String line, String words) {
    machine.config("softdep plain pre: net-core\n" + line + "\n");

    assertThat(tree.explain("plain"))
        .contains("\n! softdep    net_core is passed over: " + words + "\n")
        .endsWith(LOADED_ALONE);
  }

  @Test
  void namesTheCommandOfOneThatMayBeLoaded() {
    machine.config("softdep plain pre: net-core\ninstall net-core /bin/more\n");

    assertThat(tree.explain("plain"))
        .contains("\n! softdep    in place of net_core runs: /bin/more"
            + " (/etc/modprobe.d/test.conf:2)\n")
        .endsWith(
            "  verdict    it would be loaded, after the install command of net_core\nstatus 0\n");
  }

  @Test
  void namesNoneThatNoModuleIs() {
    machine.config(
        "softdep plain pre: q1 post: q2\nalias q1 nosuch\nalias q2 eth\nalias eth odd\n");

    assertThat(tree.explain("plain")).contains("""
        ! softdep    nosuch is passed over: no module nosuch
        ! softdep    eth is passed over: eth is an alias itself; the target of an alias must be a \
        module's name: odd
        """).endsWith(LOADED_ALONE);
  }

  @Test
  void namesNoneWithoutItsFile() throws IOException {
    machine.config("softdep plain pre: net-core\n");
    Files.delete(tree.path(CORE));

    assertThat(tree.explain("plain")).contains("""
        ! softdep    net_core is passed over: /lib/modules/6.1.0-21-amd64/kernel/net-core.ko: \
        No such file or directory; run depmod
        """).endsWith(LOADED_ALONE);
  }

  @Test
  void namesNoneThatTheKernelRefuses() {
    machine.config("softdep plain pre: odd net-core net-card\noptions net-card debug=much\n");
    machine.file("/proc/cmdline", "module_blacklist=net_core");

    assertThat(tree.explain("plain"))
        .contains("\n! softdep    odd is passed over: it was built for '6.0.0 SMP mod_unload', ")
        .contains("\n! softdep    net_core is passed over: module_blacklist= on the kernel command")
        .contains(
            "\n! softdep    net_card is passed over: 'debug=much' is no value of its type (int)"
                + " (/etc/modprobe.d/test.conf:2)\n")
        .endsWith(LOADED_ALONE);
  }

  @Test
  void namesNoneWhoseNeedIsNotLoaded() {
    machine.config("softdep plain pre: net-card\ninstall net-core false\n");

    assertThat(tree.explain("plain")).contains("""
        ! softdep    net_core is passed over: its install command loads nothing: false \
        (/etc/modprobe.d/test.conf:2)
        ! softdep    net_card is passed over: net_core, which it needs: its install command loads \
        nothing: false (/etc/modprobe.d/test.conf:2)
        """).endsWith(LOADED_ALONE);
  }

  /** modprobe goes on after a softdep that failed, with what was planned for it. */
  @Test
  void namesWhatIsLoadedForOneThatFails() {
    machine.config(
        "softdep plain pre: net-card\noptions net-card debug=much\nblacklist net-core\n");

    assertThat(tree.explain("plain"))
        .endsWith("  verdict    it would be loaded, after net_core\nstatus 0\n");
  }

  @Test
  void looksAtSoftdepsOfSoftdepsAndOfNeeds() {
    machine.config("softdep net-core pre: plain\nsoftdep plain post: odd\n");

    assertThat(tree.explain("net-card"))
        .contains("\n! softdep    odd is passed over: it was built for ")
        .endsWith("  verdict    it would be loaded, after plain, net_core\nstatus 0\n");
  }

  @Test
  void doesNotMindOneThatIsLoaded() {
    machine.config("softdep plain pre: odd\n");
    machine.kernel().hasLoaded("odd");

    assertThat(tree.explain("plain")).doesNotContain("passed over").endsWith(LOADED_ALONE);
  }

  @Test
  void failsForANeedThatIsASoftdepToo() {
    machine.config("softdep net-card pre: net-core\n");
    new ModuleBuilder().modinfo("vermagic=6.0.0 SMP mod_unload ").writeTo(tree.path(CORE));

    assertThat(tree.explain("net-card")).doesNotContain("passed over").endsWith("""
          verdict    the kernel would refuse net_core, which it needs: Exec format error
        status 1
        """);
  }
}
