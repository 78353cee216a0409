package org.moduletools.modprobe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code modprobe --explain} tells of install and remove commands. */
class ExplainCommandsTest {

  private final ExplainedTree tree = new ExplainedTree();
  private final TestTree machine = tree.machine();

  @Test
  void tellsOfACommandThatRunsInstead() {
    machine.config("install pl* /bin/false\ninstall plain /bin/more\nremove plain /bin/less\n");

    assertThat(tree.explain("plain")).isEqualTo("""
        plain: module plain, by modules.dep
        ! install    runs in its place: /bin/false (/etc/modprobe.d/test.conf:1)
        ! install    does not count, since the first one does: /bin/more (/etc/modprobe.d/test.conf:2)
          remove     modprobe -r runs: /bin/less (/etc/modprobe.d/test.conf:3)
          file       /lib/modules/6.1.0-21-amd64/kernel/plain.ko
          built      for this kernel, 6.1.0-21-amd64; not signed; this kernel loads unsigned modules too
          state      not loaded
          verdict    it would not be loaded: the install command runs in its place and loads nothing
        status 1
        """);
    assertThat(tree.explain("-i", "plain")).endsWith("  verdict    it would be loaded\nstatus 0\n");
  }

  @Test
  void cannotKnowWhatOtherCommandsDo() {
    machine.config("install plain /sbin/modprobe -i plain && /bin/more\n");

    assertThat(tree.explain("plain")).endsWith("""
          verdict    the install command would run in its place, and may load it; modprobe cannot know
        status 0
        """);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "/bin/true && modprobe -i plain",
        "/bin/false; modprobe -i plain",
        "true | modprobe -i plain",
        ": $(modprobe -i plain)",
        "true `modprobe -i plain`",
        "false || modprobe -i plain # the second",
        "true& modprobe -i plain",
        "true ' #' ; modprobe -i plain"
      })
  void cannotKnowWhatComesAfterACommandThatLoadsNothing(String command) {
    machine.config("install plain " + command + "\n");

    assertThat(tree.explain("plain")).endsWith("""
          verdict    the install command would run in its place, and may load it; modprobe cannot know
        status 0
        """);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"true", ":", "/bin/true no plain=1", "/bin/true # no; see 7"})
  void knowsWhichCommandsLoadNothing(String command) {
    machine.config("install plain " + command + "\n");

    assertThat(tree.explain("plain")).endsWith("""
          verdict    it would not be loaded: the install command runs in its place and loads nothing; \
        modprobe ends well all the same
        status 1
        """);
  }

  @Test
  void findsThatWhatIsNeededFailsBeforeACommandRuns() throws IOException {
    machine.config("install net_card /bin/more\n");
    Files.delete(tree.path(ExplainedTree.FOLDER + "kernel/net-core.ko"));

    assertThat(tree.explain("net_card")).endsWith("""
          verdict    it would not be loaded: the file of net_core, which it needs, cannot be had
        status 1
        """);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"/bin/false", "/bin/true"})
  void findsADeadCommandOfWhatIsNeeded(String command) {
    machine.config("# no\ninstall net_core " + command + "\n");

    assertThat(tree.explain("-i", "net_card"))
        .contains("\n! needs      in place of net_core runs: " + command
            + " (/etc/modprobe.d/test.conf:2)\n")
        .endsWith("""
          verdict    it would not be loaded: the install command of net_core, which it needs, loads \
        nothing (/etc/modprobe.d/test.conf:2)
        status 1
        """);
  }

  @Test
  void cannotKnowWhatAnotherCommandOfWhatIsNeededDoes() {
    machine.config("install net_core true; modprobe -i net_core\n");

    assertThat(tree.explain("net_card"))
        .endsWith(
            "  verdict    it would be loaded, after the install command of net_core\nstatus 0\n");
  }
}
