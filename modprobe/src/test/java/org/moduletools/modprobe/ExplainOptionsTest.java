package org.moduletools.modprobe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
  void looksAtParametersBehindAName() {
    machine.config("options net-card debug=1\n");

    assertThat(tree.explain("net-card", "debug=much", "plain")).contains("""
          options    debug=1 (/etc/modprobe.d/test.conf:1)
          options    debug=much, from the command line
        ! options    'debug=much' is no value of its type (int)
          options    debug=much is the last word for debug
        """).contains("""
          verdict    the kernel would refuse it: Invalid argument

        plain: module plain, by modules.dep
          file  \
        """);
  }

  @Test
  void takesNoParameterForAName() {
    assertThat(tree.explain("debug=1", "plain")).isEqualTo("status 1\n");
    assertThat(machine.host().err())
        .isEqualTo("modprobe: FATAL: 'debug=1' is a parameter; name the module before it that gets"
            + " it\n");
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

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"debug=3\"4\"", "debug=1,", "mode=x debug", "mode=fast # debug=none", "ids=1,2,"})
  void foreseesWhatTheKernelRefusesOfAnyForm(String parameters) {
    machine.config("options net-card " + parameters + "\n");

    assertThat(tree.explain("net-card")).contains("\n! options    ").endsWith("""
          verdict    the kernel would refuse it: Invalid argument
        status 1
        """);
  }

  @Test
  void namesTheLinesThatAnOpenQuoteTakesIn() {
    machine.config("options net-card mode=\"fast\noptions net-card debug=1\n");
    machine.file("/proc/cmdline", "net_card.debug=2");

    assertThat(tree.explain("net-card"))
        .startsWith("""
        net-card: module net_card, by modules.dep
          options    mode="fast (/etc/modprobe.d/test.conf:1)
        ! options    'mode="fast' opens a quote that nothing closes in its line; it takes in what \
        follows from /etc/modprobe.d/test.conf:2 and /proc/cmdline (/etc/modprobe.d/test.conf:1)
          options    debug=1 (/etc/modprobe.d/test.conf:2)
          options    debug=2 (/proc/cmdline)
          needs  \
        """)
        .endsWith("  verdict    it would be loaded, after net_core\nstatus 0\n");
  }

  @Test
  void foreseesThatAnOpenQuoteMakesAValueThatTheKernelRefuses() {
    machine.config("options net-card debug=\"1\noptions net-card mode=fast\n");

    assertThat(tree.explain("net-card")).contains("""
        ! options    'debug="1 mode=fast' is no value of its type (int) (/etc/modprobe.d/test.conf:1)
        """).endsWith("""
          verdict    the kernel would refuse it: Invalid argument
        status 1
        """);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "debug=99999999999, Numerical result out of range",
    "debug=x, Invalid argument",
    "'ids=1,99999999999 debug=x', Numerical result out of range",
  })
  void foreseesTheErrorOfTheKernel(String parameters, String answer) {
    machine.config("options net-card " + parameters + "\n");

    assertThat(tree.explain("net-card")).endsWith("""
          verdict    the kernel would refuse it: ANSWER
        status 1
        """.replace("ANSWER", answer));
  }
}
