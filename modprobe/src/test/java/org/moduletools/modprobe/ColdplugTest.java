package org.moduletools.modprobe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moduletools.kernel.Errno;

/** Loading what the devices of a machine ask for. */
class ColdplugTest {

  private static final String KERNEL = TestTree.DIRECTORY + "kernel/";

  private final TestTree tree = new TestTree();

  private void device(String path, String alias) {
    tree.file("/sys/devices/" + path + "/modalias", alias + "\n");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"-v", "--jobs=2", "--jobs=0"})
  void loadsTheModulesOfAllDevicesOnce(String jobs) {
    device("pci0/a", "pci:v1d5");
    device("pci0/b", "pci:v2d7");
    device("pci0/c", "pci:v3d7");
    device("platform/d", "platform:unheard-of");

    int status = tree.run("--coldplug", jobs);

    assertThat(status).isZero();
    assertThat(tree.host().err()).isEmpty();
    assertThat(tree.kernel().calls())
        .contains("insert " + KERNEL + "other.ko")
        .containsOnlyOnce("insert " + KERNEL + "lone.ko");
  }

  @Test
  void looksAgainForDevicesThatANewDriverFinds() {
    device("pci0", "pci:v1d5");
    tree.kernel().isWatchedBy(call -> {
      if (call.endsWith("other.ko")) {
        device("pci0/host0", "fs-lone");
      }
    });

    assertThat(tree.run("--coldplug")).isZero();
    assertThat(tree.kernel().hasInMemory("lone")).isTrue();
  }

  @Test
  void waitsASecondForDevicesThatComeLater() {
    device("pci0", "pci:v1d5");
    tree.machine().time().at(Duration.ofMillis(700), () -> device("pci0/host0", "fs-lone"));

    assertThat(tree.run("--coldplug")).isZero();
    assertThat(tree.kernel().hasInMemory("lone")).isTrue();
    assertThat(tree.machine().time().now())
        .isBetween(Duration.ofMillis(1700), Duration.ofMillis(2000));
  }

  @Test
  void endsAtOnceWhereNothingWasToBeLoaded() {
    device("pci0", "pci:v1d5");
    tree.kernel().hasLoaded("base_mod", "other");

    assertThat(tree.run("--coldplug")).isZero();
    assertThat(tree.kernel().calls()).isEmpty();
    assertThat(tree.machine().time().now()).isZero();
  }

  @Test
  void endsWhereDevicesNeverEnd() {
    AtomicInteger number = new AtomicInteger();
    device("bus", "pci:v1d5");
    tree.config("install lone /bin/more\n");
    tree.machine().plays("/bin/more", variables -> {
      device("bus/" + number.incrementAndGet(), "pci:v9d7" + number);
      return 0;
    });
    device("bus/0", "pci:v9d7");

    assertThat(tree.run("--coldplug")).isEqualTo(1);
    assertThat(number).hasValue(20);
    assertThat(tree.host().err())
        .isEqualTo("modprobe: ERROR: devices still appear after 20 rounds; those that appeared"
            + " last have no modules loaded\n");
  }

  @Test
  void beginsNoRoundAfterAMinute() {
    device("bus", "pci:v1d5");
    tree.kernel().isWatchedBy(call -> {
      if (call.endsWith("other.ko")) {
        tree.machine().time().sleep(Duration.ofSeconds(61));
        device("bus/host0", "fs-lone");
      }
    });

    assertThat(tree.run("--coldplug")).isEqualTo(1);
    assertThat(tree.kernel().hasInMemory("lone")).isFalse();
    assertThat(tree.host().err()).contains("devices still appear after 1 round;");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"fs-lone", "lone"})
  void heedsTheBlacklist(String alias) {
    device("a", alias);
    tree.config("blacklist lone\n");

    assertThat(tree.run("--coldplug")).isZero();
    assertThat(tree.kernel().calls()).isEmpty();
  }

  @Test
  void leavesOutWhatIsMasked() {
    device("a", "fs-lone");
    tree.config("mask lone\n");

    assertThat(tree.run("--coldplug")).isZero();
    assertThat(tree.run("--coldplug", "-D")).isZero();
    assertThat(tree.host().err()).isEmpty();
    assertThat(tree.host().out()).isEmpty();
    assertThat(tree.kernel().calls()).isEmpty();
  }

  /** Else each boot would fail. */
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"--jobs=1", "--jobs=3", "-D", "-n"})
  void leavesOutWhatNeedsAMaskedModule(String how) {
    device("a", "pci:v1d5");
    tree.config("mask base_mod\n");

    assertThat(tree.run("--coldplug", how)).isZero();
    assertThat(tree.host().err()).isEmpty();
    assertThat(tree.host().out()).isEmpty();
    assertThat(tree.kernel().calls()).isEmpty();
  }

  @Test
  void explainsNoDevices() {
    assertThat(tree.run("--coldplug", "--explain")).isEqualTo(1);
    assertThat(tree.host().err())
        .isEqualTo(
            "modprobe: FATAL: --explain takes names; leave out --coldplug and --load-lists\n");
  }

  @Test
  void isContentWithADriverThatFindsNoDevice() {
    device("a", "fs-lone");
    tree.kernel().refusesToInsert("lone", Errno.ENODEV);

    assertThat(tree.run("--coldplug")).isZero();
    assertThat(tree.host().err()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"--jobs=1", "--jobs=3"})
  void failsForAnyOtherReason(String jobs) {
    device("a", "pci:v1d5");
    device("b", "fs-lone");
    tree.kernel().refusesToInsert("other", Errno.EIO);

    assertThat(tree.run("--coldplug", jobs)).isEqualTo(1);
    assertThat(tree.host().err())
        .startsWith(
            "modprobe: ERROR: could not insert 'other': Input/output error\nmodprobe: NOTE: ");
    assertThat(tree.kernel().hasInMemory("lone")).isTrue();
  }

  @Test
  void showsWhichDeviceAsksForWhat() {
    device("pci0/b", "pci:v1d7");
    device("a", "net-built");
    device("c", "platform:unheard-of");
    device("d", "dmi: with blanks");

    int status = tree.run("--coldplug", "-n");

    assertThat(status).isZero();
    assertThat(tree.host().out()).isEqualTo("""
        built\t/sys/devices/a\tnet-built
        lone\t/sys/devices/pci0/b\tpci:v1d7
        other\t/sys/devices/pci0/b\tpci:v1d7
        """);
    assertThat(tree.kernel().calls()).isEmpty();
  }

  @Test
  void showsEachModuleThatIsNeededOnceInTheOrderOfLoading() {
    device("a", "pci:v1d7");
    device("b", "pci:v1d5");
    device("c", "top");
    device("d", "net-built");
    tree.kernel().hasLoaded("base_mod", "other");

    int status = tree.run("--coldplug", "-D");

    assertThat(status).isZero();
    assertThat(tree.host().out()).isEqualTo("""
        insmod /lib/modules/6.1.0-21-amd64/kernel/lone.ko\040
        insmod /lib/modules/6.1.0-21-amd64/kernel/base-mod.ko\040
        insmod /lib/modules/6.1.0-21-amd64/kernel/other.ko\040
        insmod /lib/modules/6.1.0-21-amd64/kernel/mid.ko\040
        insmod /lib/modules/6.1.0-21-amd64/kernel/top.ko\040
        builtin built
        """);
  }

  @Test
  void showsBothAsJson() {
    device("a", "fs-lone");
    device("b", "platform:unheard-of");

    int status = tree.run("--coldplug", "-n", "--json");

    assertThat(status).isZero();
    assertThat(tree.host().out()).isEqualTo("""
        {
          "devices": [
            {
              "device": "/sys/devices/a",
              "modalias": "fs-lone",
              "modules": [
                "lone"
              ]
            }
          ],
          "actions": [
            {
              "action": "insmod",
              "module": "lone",
              "file": "/lib/modules/6.1.0-21-amd64/kernel/lone.ko",
              "parameters": ""
            }
          ]
        }
        """);
  }

  @Test
  void looksAtACopyOfSysIfAsked() {
    tree.file("/mnt/sys/devices/x/modalias", "fs-lone\n");

    assertThat(tree.run("--coldplug", "-n", "--sys", "mnt/sys")).isZero();
    assertThat(tree.host().out()).isEqualTo("lone\t/sys/devices/x\tfs-lone\n");
  }

  @Test
  void saysThatThereIsNoSys() {
    assertThat(tree.run("--coldplug")).isEqualTo(1);
    assertThat(tree.host().err())
        .isEqualTo("modprobe: FATAL: no devices are to be seen in /sys/devices: No such file or"
            + " directory; mount sysfs, or name its folder by --sys\n");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"-r", "-R", "lone"})
  void takesNothingElse(String word) {
    assertThat(tree.run("--coldplug", word)).isEqualTo(1);
    assertThat(tree.host().err()).contains("--coldplug").contains("leave out");
    assertThat(tree.kernel().calls()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"--show-exports", "--show-modversions", "--graph", "-c", "-l"})
  void printsNothingElse(String option) {
    assertThat(tree.run("--coldplug", option)).isEqualTo(1);
    assertThat(tree.host().outAndErr())
        .isEqualTo("modprobe: FATAL: --coldplug only loads modules; leave out " + option + "\n");
  }

  @Test
  void takesNoFolderWithoutAName() {
    assertThat(tree.run("--coldplug", "--sys", "")).isEqualTo(1);
    assertThat(tree.host().err())
        .isEqualTo("modprobe: FATAL: --sys: the name of the folder is empty\n");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"-v", "-n", "-D", "-D --json"})
  void failsWhereNoIndexIsThere(String options) {
    device("a", "pci:v1d5");
    List<String> words = new ArrayList<>(List.of("--coldplug", "-S", "6.2.0"));
    words.addAll(List.of(options.split(" ")));

    assertThat(tree.run(words.toArray(new String[0]))).isEqualTo(1);
    assertThat(tree.host().outAndErr()).isEqualTo("""
        modprobe: FATAL: No modules found in directory /lib/modules/6.2.0
        modprobe: NOTE: /lib/modules/6.2.0 is missing; there is 6.1.0-21-amd64; name one that is there
        """);
  }

  @Test
  void failsWhereDepmodHasNotRun() {
    device("a", "pci:v1d5");
    tree.file("/lib/modules/6.2.0/kernel/a.ko", "");

    assertThat(tree.run("--coldplug", "-S", "6.2.0")).isEqualTo(1);
    assertThat(tree.host().err()).isEqualTo("""
        modprobe: FATAL: No modules found in directory /lib/modules/6.2.0
        modprobe: NOTE: /lib/modules/6.2.0 has no modules.dep; run depmod 6.2.0
        """);
  }

  @Test
  void isContentWithAKernelThatIsOfOnePiece() {
    device("a", "pci:v1d5");
    tree.file("/lib/modules/6.2.0/modules.dep", "");

    assertThat(tree.run("--coldplug", "-S", "6.2.0")).isZero();
    assertThat(tree.host().outAndErr()).isEmpty();
  }

  @Test
  void takesEachLineOfADeviceForAnAlias() {
    device("a", "pci:v1d5\nfs-lone");

    assertThat(tree.run("--coldplug", "-n")).isZero();
    assertThat(tree.host().out())
        .isEqualTo("other\t/sys/devices/a\tpci:v1d5\nlone\t/sys/devices/a\tfs-lone\n");
  }

  @Test
  void keepsARowInItsLineWhateverAFolderIsCalled() {
    device("a\r\n\tb", "fs-lone");

    assertThat(tree.run("--coldplug", "-n")).isZero();
    assertThat(tree.host().out()).isEqualTo("lone\t/sys/devices/a\\015\\012\\011b\tfs-lone\n");
  }

  @Test
  void doesNotWaitWhereNothingCouldBeLoaded() {
    device("a", "pci:v1d5");
    tree.kernel().refusesToInsert("base_mod", Errno.EIO);

    assertThat(tree.run("--coldplug")).isEqualTo(1);
    assertThat(tree.machine().time().now()).isZero();
  }

  @Test
  void looksForTheDevicesOfAnImageWithinIt() {
    tree.file("/img/lib/modules/6.1.0-21-amd64/modules.dep", "kernel/lone.ko:\n");
    tree.file("/img/lib/modules/6.1.0-21-amd64/modules.alias", "alias pci:* lone\n");
    tree.file("/img/copy/devices/a/modalias", "pci:inside\n");
    tree.link("/img/sys", "/copy");
    tree.file("/copy/devices/a/modalias", "pci:outside\n");

    assertThat(tree.run("--root", "/img", "--coldplug", "-n")).isZero();
    assertThat(tree.host().outAndErr()).isEqualTo("lone\t/sys/devices/a\tpci:inside\n");
  }

  @Test
  void takesSysForNothingElse() {
    assertThat(tree.run("--sys", "/mnt", "lone")).isEqualTo(1);
    assertThat(tree.host().err())
        .isEqualTo("modprobe: FATAL: --sys only supported with --coldplug\n");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"--co=/no/such -D", "--c=/no/such -D", "--sy -D", "--sysl -D"})
  void whatIsShortForAnOptionOfKmodStaysSo(String options) {
    String[] words = (options + " lone").split(" ");

    assertThat(tree.run(words)).isZero();
    assertThat(tree.host().out()).isEqualTo("insmod " + KERNEL + "lone.ko \n");
  }
}
