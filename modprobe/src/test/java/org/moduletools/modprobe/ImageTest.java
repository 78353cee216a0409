package org.moduletools.modprobe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * modprobe {@code --root}: the answers are about an image.
 *
 * <pre>
 *   img/usr/lib/modules/6.5.0/   top needs base
 *   img/lib -> /usr/lib          as the image sees it
 *   img/etc/modprobe.d/          linked.conf -> /usr/share/linked.conf
 *                                empty.conf -> /dev/null, which hides that in usr/lib
 * </pre>
 */
class ImageTest {

  private static final String MODULES = "/img/usr/lib/modules/6.5.0/";

  private final TestTree tree = new TestTree()
      .file(MODULES + "modules.dep", "kernel/top.ko: kernel/base.ko\nkernel/base.ko:\n")
      .file("/img/etc/modprobe.d/image.conf", "options base of=image\n")
      .file("/img/usr/share/linked.conf", "options base of=link\n")
      .file("/usr/share/linked.conf", "options base of=machine\n")
      .file("/img/usr/lib/modprobe.d/empty.conf", "options base of=hidden\n")
      .file("/dev/null", "")
      .link("/img/lib", "/usr/lib")
      .link("/img/etc/modprobe.d/linked.conf", "/usr/share/linked.conf")
      .link("/img/etc/modprobe.d/empty.conf", "/dev/null")
      .file("/proc/cmdline", "base.of=cmdline")
      .file("/img/proc/cmdline", "base.of=cmdline")
      .config("options base of=machine\n");

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"img", "/img", "/img/"})
  void answersForTheSystemInAFolder(String root) {
    assertThat(tree.run("--root", root, "-D", "top")).isZero();
    assertThat(tree.host().err()).isEmpty();
    assertThat(tree.host().out()).isEqualTo("""
            insmod /img/usr/lib/modules/6.5.0/kernel/base.ko of=image of=link\040
            insmod /img/usr/lib/modules/6.5.0/kernel/top.ko\040
            """);
  }

  @Test
  void takesNothingForLoadedAndLocksNothing() {
    tree.kernel().hasLoaded("base");

    assertThat(tree.run("--root=/img", "-n", "-v", "top")).isZero();
    assertThat(tree.host().out()).isEqualTo("""
            insmod /img/usr/lib/modules/6.5.0/kernel/base.ko of=image of=link\040
            insmod /img/usr/lib/modules/6.5.0/kernel/top.ko\040
            """);
    assertThat(tree.kernel().calls()).isEmpty();
  }

  @Test
  void asksWhichReleaseIsMeantIfThereAreSeveral() {
    tree.file("/img/usr/lib/modules/6.4.0/modules.dep", "kernel/old.ko:\n");

    assertThat(tree.run("--root=/img", "-D", "old")).isEqualTo(1);
    assertThat(tree.host().err())
        .isEqualTo(
            "modprobe: FATAL: /img/lib/modules has several kernel releases;"
                + " name the one that is meant (modprobe -S, modinfo -k, depmod VERSION): 6.4.0, 6.5.0\n");
    assertThat(tree.run("--root=/img", "-S", "6.4.0", "-D", "old")).isZero();
    assertThat(tree.host().out()).isEqualTo("insmod /img/usr/lib/modules/6.4.0/kernel/old.ko \n");
  }

  @Test
  void saysWhyANameIsUnknownThere() {
    tree.file("/img/usr/lib/modules/6.4.0/modules.dep", "kernel/older.ko:\n");

    assertThat(tree.run("--root=/img", "-S", "6.4.0", "-D", "odler")).isEqualTo(1);
    assertThat(tree.run("--root=/img", "-S", "6.3.0", "-D", "older")).isEqualTo(1);
    assertThat(tree.host().err()).isEqualTo("""
        modprobe: FATAL: Module odler not found in directory /img/usr/lib/modules/6.4.0
        modprobe: NOTE: names like it: older
        modprobe: FATAL: Module older not found in directory /img/usr/lib/modules/6.3.0
        modprobe: NOTE: /img/usr/lib/modules/6.3.0 is missing; there are 6.4.0 and 6.5.0; name one \
        that is there
        """);
  }

  @Test
  void takesNoEmptyFolderForARelease() throws IOException {
    Files.createDirectories(tree.root().resolve("/img/usr/lib/modules/6.4.0/updates"));

    assertThat(tree.run("--root=/img", "-D", "base")).isZero();
  }

  @Test
  void saysIfThereIsNoRelease() {
    tree.file("/bare/etc/modprobe.d/a.conf", "options base of=bare\n");

    assertThat(tree.run("--root=/bare", "-c")).isEqualTo(1);
    assertThat(tree.host().err())
        .isEqualTo("modprobe: FATAL: /bare/lib/modules has no kernel release;"
            + " name the one that is meant (modprobe -S, modinfo -k, depmod VERSION)\n");
    assertThat(tree.run("--root=/bare", "-S", "6.5.0", "-c")).isZero();
    assertThat(tree.host().out()).startsWith("options base of=bare\n\n# End");
  }

  @Test
  void leavesModulesOfAnotherFolderWhereTheyAreNamed() {
    assertThat(tree.run("--root=/img", "-d", "/img/usr", "-D", "base")).isZero();
    assertThat(tree.host().out())
        .isEqualTo("insmod /img/usr/lib/modules/6.5.0/kernel/base.ko of=image of=link \n");
  }

  @Test
  void includesWhatTheImageMeans() {
    tree.file("/img/etc/modprobe.d/image.conf", "include /etc/more.conf\n");
    tree.file("/img/etc/more.conf", "options base of=more\n");
    tree.file("/etc/more.conf", "options base of=machine\n");

    tree.run("--root=/img", "-c", "--with-sources");

    assertThat(tree.host().out())
        .startsWith("/img/etc/more.conf:1: options base of=more\n"
            + "/img/etc/modprobe.d/linked.conf:1: options base of=link\n\n# End");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"top", "-r top", "-a top"})
  void loadsAndRemovesNothing(String arguments) {
    assertThat(tree.run(("--root=/img " + arguments).split(" "))).isEqualTo(1);
    assertThat(tree.host().err())
        .isEqualTo("modprobe: FATAL: --root loads and removes nothing;"
            + " add -n or -D to see what would be done\n");
    assertThat(tree.kernel().calls()).isEmpty();
  }

  @Test
  void saysIfThereIsNoSuchFolder() {
    assertThat(tree.run("--root=/nosuch", "-c")).isEqualTo(1);
    assertThat(tree.run("--root=/dev/null", "-c")).isEqualTo(1);
    assertThat(tree.host().err()).isEqualTo("""
            modprobe: FATAL: --root /nosuch: No such file or directory
            modprobe: FATAL: --root /dev/null: Not a directory
            """);
  }
}
