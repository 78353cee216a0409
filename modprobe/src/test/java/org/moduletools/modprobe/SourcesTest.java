package org.moduletools.modprobe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where the configuration comes from: {@code --with-sources} and {@code --no-cmdline}. */
class SourcesTest {

  private final TestTree tree = new TestTree();

  @Test
  void showsWhereEachLineStands() {
    tree.config("# first\noptions lone  x=1 \\\n y=2\n\nblacklist mid\n");
    tree.file("/etc/modprobe.d/other.conf", "alias my-disk lone\n");
    tree.file(
        TestTree.DIRECTORY + "modules.softdep", "# Soft dependencies.\nsoftdep top pre: lone\n");
    tree.file("/proc/cmdline", "quiet lone.z=3 modprobe.blacklist=top");

    assertThat(tree.run("-c", "--with-sources")).isZero();
    assertThat(tree.host().err()).isEmpty();
    assertThat(tree.host().out()).isEqualTo("""
        /etc/modprobe.d/test.conf:5: blacklist mid
        /proc/cmdline: blacklist top
        /etc/modprobe.d/other.conf:1: alias my_disk lone
        /etc/modprobe.d/test.conf:3: options lone  x=1  y=2
        /proc/cmdline: options lone z=3
        /lib/modules/6.1.0-21-amd64/modules.softdep:2: softdep top pre: lone

        # End of configuration files. Dumping indexes now:

        alias fs_lone lone
        alias pci:v*d7* lone
        alias pci:v1* other
        alias symbol:base_call base_mod
        """);
  }

  @Test
  void callsAFileAsTheUserDoes() {
    tree.file("/my/a.conf", "blacklist mid\n");

    tree.run("-C", "my", "-c", "--with-sources");

    assertThat(tree.host().out()).startsWith("my/a.conf:1: blacklist mid\n");
  }

  @Test
  void showsNoSourcesWithoutTheConfiguration() {
    assertThat(tree.run("--with-sources", "lone")).isEqualTo(1);
    assertThat(tree.host().err())
        .isEqualTo("modprobe: FATAL: --with-sources only supported with -c\n");
    assertThat(tree.kernel().calls()).isEmpty();
  }

  @Test
  void takesNoNoticeOfTheKernelCommandLineIfAsked() {
    tree.config("options lone a=1\n");
    tree.file("/proc/cmdline", "lone.z=3 modprobe.blacklist=lone");

    assertThat(tree.run("-D", "-b", "--no-cmdline", "lone")).isZero();
    assertThat(tree.host().out())
        .isEqualTo("insmod /lib/modules/6.1.0-21-amd64/kernel/lone.ko a=1 \n");
  }

  @Test
  void handsThatOnToCommands() {
    tree.config("install lone /bin/lone\n");
    tree.machine().plays("/bin/lone", variables -> {
      assertThat(variables).containsEntry("MODPROBE_OPTIONS", "-a --no-cmdline");
      return 0;
    });
    tree.host().with("MODPROBE_OPTIONS", "-a");

    assertThat(tree.run("--no-cmdline", "lone")).isZero();
    assertThat(tree.kernel().calls()).contains("command /bin/lone");
  }
}
