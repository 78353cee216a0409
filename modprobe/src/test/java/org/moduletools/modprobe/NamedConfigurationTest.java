package org.moduletools.modprobe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code -C} names, and what stands in such files. */
class NamedConfigurationTest {

  private final TestTree tree = new TestTree();

  @ParameterizedTest(name = "<{0}>")
  @ValueSource(strings = {"no-config", "/no/config", "./x.conf/y", ""})
  void whatIsNotThereIsAsIfEmpty(String place) {
    tree.config("options lone a=1\n").file("/x.conf", "options lone b=2\n");

    int status = tree.run("--config", place, "-D", "lone");

    assertThat(status).isZero();
    assertThat(tree.host().out()).isEqualTo("insmod " + TestTree.DIRECTORY + "kernel/lone.ko \n");
    assertThat(tree.host().err()).isEmpty();
  }

  @Test
  void tellsSoIfAsked() {
    assertThat(tree.run("-v", "-n", "-C", "no-config", "lone")).isZero();
    assertThat(tree.host().err())
        .isEqualTo("modprobe: NOTICE: Failed to open config file no-config:"
            + " No such file or directory\n");
  }

  @Test
  void whatIsNotThereMasksNothing() {
    tree.file("/d/x.conf", "options lone a=1\n");

    assertThat(tree.run("-C", "no/x.conf", "-C", "d", "-D", "lone")).isZero();
    assertThat(tree.host().out())
        .isEqualTo("insmod " + TestTree.DIRECTORY + "kernel/lone.ko a=1 \n");
  }

  @Test
  void messagesNameItAsItWasTyped() {
    tree.file("/d/x.conf", "bad line\n");

    assertThat(tree.run("-C", "./d", "-n", "lone")).isZero();
    assertThat(tree.run("-C", "d/x.conf", "-n", "lone")).isZero();
    assertThat(tree.host().err()).isEqualTo("""
        modprobe: ERROR: ./d/x.conf line 1: ignoring bad line starting with 'bad'
        modprobe: ERROR: d/x.conf line 1: ignoring bad line starting with 'bad'
        """);
  }

  @Test
  void warnsOnceOfCarriageReturnsUnlessQuiet() {
    tree.config("blacklist lone\r\nalias x lone\r\n");

    assertThat(tree.run("-D", "lone")).isZero();
    assertThat(tree.run("-q", "-D", "lone")).isZero();
    assertThat(tree.host().err())
        .isEqualTo("modprobe: WARNING: /etc/modprobe.d/test.conf has carriage returns (CR) at line"
            + " ends, which count as a part of its lines; remove them, for instance with"
            + " dos2unix\n");
  }

  /** kmod cuts such a name at the dot, and takes the options of what is left. */
  @Test
  void takesANameWithADotAsAWhole() {
    tree.config("install a.b /bin/ab $CMDLINE_OPTS\noptions a.b x=1\noptions a y=2\n");
    tree.machine().plays("/bin/ab x=1 ", variables -> {
      assertThat(variables).containsEntry("MODPROBE_MODULE", "a.b");
      return 0;
    });

    assertThat(tree.run("-R", "a.b")).isZero();
    assertThat(tree.host().out()).isEqualTo("a.b\n");
    assertThat(tree.run("a.b")).isZero();
  }
}
