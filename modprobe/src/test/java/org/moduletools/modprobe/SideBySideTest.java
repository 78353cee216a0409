package org.moduletools.modprobe;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moduletools.kernel.Errno;
import org.moduletools.kernel.LockHolder;
import org.moduletools.kernel.ModuleState;
import org.moduletools.modulefile.ModuleBuilder;
import org.moduletools.modulefile.ModuleImage;

/** Loading with {@code --jobs}, on a kernel that watches over the lock. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SideBySideTest {

  private static final String KERNEL = TestTree.DIRECTORY + "kernel/";

  private final TestTree tree = new TestTree();

  private static String insert(String module) {
    return "insert " + KERNEL + module + ".ko";
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException late) {
      throw new AssertionError("the other load was never begun", late);
    }
  }

  @Test
  void loadsAtTheSameTimeWhatDoesNotNeedEachOther() {
    CountDownLatch both = new CountDownLatch(2);
    tree.kernel().isWatchedBy(call -> {
      if (call.equals(insert("lone")) || call.equals(insert("base-mod"))) {
        both.countDown();
        await(both);
      }
    });

    int status = tree.run("--jobs=2", "-a", "lone", "other");

    assertThat(status).isZero();
    assertThat(tree.kernel().calls())
        .containsExactlyInAnyOrder(
            "lock shared", insert("lone"), insert("base-mod"), insert("other"), "unlock");
  }

  @ParameterizedTest(name = "--jobs={0}")
  @ValueSource(strings = {"2", "3", "9999"})
  void loadsEachModuleOnceBehindAllThatItNeeds(String jobs) {
    int status = tree.run("--jobs=" + jobs, "-a", "top", "other", "mid", "lone", "top");

    assertThat(status).isZero();
    List<String> calls = tree.kernel().calls();
    assertThat(calls)
        .containsExactlyInAnyOrder(
            "lock shared",
            insert("base-mod"),
            insert("mid"),
            insert("top"),
            insert("other"),
            insert("lone"),
            "unlock");
    assertThatEachIsBehindAllThatItNeeds(calls);
    assertThat(calls).endsWith("unlock");
  }

  /** With one processor that is one after the other, and the lock is taken for each. */
  @Test
  void loadsByAsManyThreadsAsThereAreProcessorsIfNoneAreNamed() {
    int status = tree.run("--jobs=0", "-a", "top", "other", "mid", "lone", "top");

    assertThat(status).isZero();
    List<String> calls = tree.kernel().calls();
    assertThat(calls.stream().filter("lock shared"::equals))
        .hasSize(Runtime.getRuntime().availableProcessors() > 1 ? 1 : 3);
    List<String> loads =
        calls.stream().filter(call -> call.startsWith("insert ")).toList();
    assertThat(loads)
        .containsExactlyInAnyOrder(
            insert("base-mod"), insert("mid"), insert("top"), insert("other"), insert("lone"));
    assertThatEachIsBehindAllThatItNeeds(loads);
  }

  private static void assertThatEachIsBehindAllThatItNeeds(List<String> calls) {
    assertThat(calls).containsSubsequence(insert("base-mod"), insert("mid"), insert("top"));
    assertThat(calls).containsSubsequence(insert("base-mod"), insert("other"));
  }

  @Test
  void loadsSoftdepsInTheirOrder() {
    tree.config("softdep lone pre: other post: mid\n");

    int status = tree.run("--jobs=4", "-a", "mid", "lone");

    assertThat(status).isZero();
    assertThat(tree.kernel().calls()).containsSubsequence(insert("other"), insert("lone"));
    assertThat(tree.kernel().hasInMemory("mid")).isTrue();
  }

  @Test
  void endsWhereSoftdepsHaveACircle() {
    tree.config("softdep lone pre: other\nsoftdep other pre: lone\n");

    int status = tree.run("--jobs=4", "-a", "other", "lone");

    assertThat(status).isZero();
    assertThat(tree.kernel().calls()).containsSubsequence(insert("lone"), insert("other"));
  }

  @Test
  void keepsTheOrderOfTheModulesThatOneAliasMeans() {
    tree.config("alias two other\nalias two lone\n");

    int status = tree.run("--jobs=4", "-a", "two");

    assertThat(status).isZero();
    assertThat(tree.kernel().calls())
        .containsExactly(
            "lock shared", insert("base-mod"), insert("other"), insert("lone"), "unlock");
  }

  @Test
  void whatFailsStopsOnlyWhatNeedsIt() {
    tree.kernel().refusesToInsert("mid", Errno.EIO);

    int status = tree.run("--jobs=4", "-a", "top", "other", "lone");

    assertThat(status).isEqualTo(1);
    assertThat(tree.host().err()).isEqualTo("""
        modprobe: ERROR: could not insert 'top': Input/output error
        modprobe: NOTE: it was mid that the kernel refused, which top needs
        modprobe: NOTE: the module's own start refused: its device did not answer as it should; see the kernel's log (dmesg)
        """);
    assertThat(tree.kernel().calls()).doesNotContain(insert("top"));
    assertThat(tree.kernel().hasInMemory("other")).isTrue();
    assertThat(tree.kernel().hasInMemory("lone")).isTrue();
  }

  @Test
  void reportsAFailureForEachOperandThatHasIt() {
    tree.kernel().refusesToInsert("base_mod", Errno.ENODEV);

    int status = tree.run("--jobs=4", "-a", "top", "lone", "other");

    assertThat(status).isEqualTo(1);
    assertThat(tree.host().err()).isEqualTo("""
        modprobe: ERROR: could not insert 'top': No such device
        modprobe: NOTE: it was base_mod that the kernel refused, which top needs
        modprobe: NOTE: the module's own start refused: it found no device or feature that it is for; see the kernel's log (dmesg)
        modprobe: ERROR: could not insert 'other': No such device
        modprobe: NOTE: it was base_mod that the kernel refused, which other needs
        modprobe: NOTE: the module's own start refused: it found no device or feature that it is for; see the kernel's log (dmesg)
        """);
  }

  @Test
  void letsASoftdepFailAndItsOwnPostSoftdepsWithIt() {
    tree.config("softdep lone pre: top\nsoftdep top post: other\n");
    tree.kernel().refusesToInsert("top", Errno.ENODEV);

    int status = tree.run("--jobs=4", "-a", "lone");

    assertThat(status).isZero();
    assertThat(tree.host().err()).isEmpty();
    assertThat(tree.kernel().hasInMemory("lone")).isTrue();
    assertThat(tree.kernel().calls()).doesNotContain(insert("other"));
  }

  @Test
  void reportsInTheOrderOfTheOperandsWhateverEndedFirst() {
    CountDownLatch lone = new CountDownLatch(1);
    tree.kernel().refusesToInsert("lone", Errno.EIO);
    tree.kernel().refusesToInsert("base_mod", Errno.ENODEV);
    tree.kernel().isWatchedBy(call -> {
      if (call.equals(insert("base-mod"))) {
        lone.countDown();
      } else if (call.equals(insert("lone"))) {
        await(lone);
      }
    });

    int status = tree.run("--jobs=2", "-a", "nosuch", "lone", "/no/such.ko", "other");

    assertThat(status).isEqualTo(1);
    assertThat(tree.host().err()).isEqualTo("""
        modprobe: WARNING: Module nosuch not found in directory /lib/modules/6.1.0-21-amd64
        modprobe: ERROR: could not insert 'lone': Input/output error
        modprobe: NOTE: the module's own start refused: its device did not answer as it should; see the kernel's log (dmesg)
        modprobe: WARNING: Failed to get module from path /no/such.ko: No such file or directory
        modprobe: ERROR: could not insert 'other': No such device
        modprobe: NOTE: it was base_mod that the kernel refused, which other needs
        modprobe: NOTE: the module's own start refused: it found no device or feature that it is for; see the kernel's log (dmesg)
        """);
  }

  @Test
  void loadsNothingOfAChainWithAMaskedModule() {
    tree.config("mask mid\n");

    int status = tree.run("--jobs=4", "-a", "top", "lone");

    assertThat(status).isEqualTo(1);
    assertThat(tree.host().err()).isEqualTo("""
        modprobe: ERROR: could not insert 'top': Operation not permitted
        modprobe: NOTE: module mid, which top needs, is masked by /etc/modprobe.d/test.conf:1; nothing loads it while that line is there
        """);
    assertThat(tree.kernel().calls()).containsExactly("lock shared", insert("lone"), "unlock");
  }

  @Test
  void runsAnInstallCommandAloneAndWithoutTheLock() {
    tree.config("install mid /bin/mid\n");
    tree.machine().plays("/bin/mid", variables -> {
      tree.kernel().hasLoaded("mid");
      return 0;
    });

    int status = tree.run("--jobs=4", "-a", "top", "lone", "other");

    assertThat(status).isZero();
    List<String> calls = tree.kernel().calls();
    int command = calls.indexOf("command /bin/mid");
    assertThat(calls.subList(command - 1, command + 4))
        .containsExactly("unlock", "command /bin/mid", "lock shared", insert("top"), "unlock");
    assertThat(calls.subList(1, command - 1))
        .containsExactlyInAnyOrder(insert("base-mod"), insert("lone"), insert("other"));
  }

  @Test
  void loadsAgainWhatACommandHasRemoved() {
    tree.config("install mid /bin/mid\n");
    tree.machine().plays("/bin/mid", variables -> {
      tree.run("-r", "base-mod");
      return 0;
    });
    tree.kernel().knows("top", "base_mod");

    int status = tree.run("--jobs=4", "-a", "top");

    assertThat(status).isZero();
    assertThat(tree.kernel().calls())
        .containsExactly(
            "lock shared",
            insert("base-mod"),
            "unlock",
            "command /bin/mid",
            "lock exclusive",
            "remove base_mod [NO_WAIT]",
            "unlock",
            "lock shared",
            insert("base-mod"),
            insert("top"),
            "unlock");
  }

  @Test
  void failsIfAnInstallCommandFails() {
    tree.config("install other /bin/no\n");
    tree.machine().plays("/bin/no", variables -> 3);

    int status = tree.run("--jobs=4", "-a", "lone", "other");

    assertThat(status).isEqualTo(1);
    assertThat(tree.host().err()).isEqualTo("""
        modprobe: ERROR: Error running install command '/bin/no' for module other: retcode 3
        modprobe: ERROR: could not insert 'other': Invalid argument
        """);
    assertThat(tree.kernel().hasInMemory("lone")).isTrue();
  }

  @Test
  void ignoresCommandsAndSoftdepsOfTheNamedModulesIfAsked() {
    tree.config("install lone /bin/no\nsoftdep lone pre: other\n");

    int status = tree.run("--jobs=4", "-i", "-a", "lone");

    assertThat(status).isZero();
    assertThat(tree.kernel().calls()).containsExactly("lock shared", insert("lone"), "unlock");
  }

  @Test
  void printsALineBeforeEachLoad() {
    List<String> early = Collections.synchronizedList(new ArrayList<>());
    tree.kernel().isWatchedBy(call -> {
      String file = call.replace("insert ", "");
      if (!file.equals(call) && !tree.host().out().contains("insmod " + file + " \n")) {
        early.add(call);
      }
    });

    int status = tree.run("--jobs=4", "-v", "-a", "top", "lone", "other");

    assertThat(status).isZero();
    assertThat(early).isEmpty();
    assertThat(tree.host().out().lines().sorted())
        .containsExactly(
            "insmod " + KERNEL + "base-mod.ko ",
            "insmod " + KERNEL + "lone.ko ",
            "insmod " + KERNEL + "mid.ko ",
            "insmod " + KERNEL + "other.ko ",
            "insmod " + KERNEL + "top.ko ");
  }

  @Test
  void failsForWhatIsLoadedIfItShouldBeTheFirstTime() {
    tree.kernel().hasLoaded("lone");

    int status = tree.run("--jobs=4", "--first-time", "-a", "lone", "mid", "base-mod");

    assertThat(status).isEqualTo(1);
    assertThat(tree.host().err()).isEqualTo("""
        modprobe: ERROR: could not insert 'lone': Module already in kernel
        modprobe: ERROR: could not insert 'base_mod': Module already in kernel
        """);
    assertThat(tree.kernel().hasInMemory("mid")).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"--jobs=1", "--jobs=4"})
  void runsACommandAgainThatHasLoadedNothing(String jobs) {
    tree.config("install mid /bin/true\n");
    tree.machine().plays("/bin/true", variables -> 0);

    int status = tree.run(jobs, "--first-time", "-a", "mid", "lone", "mid");

    assertThat(status).isZero();
    assertThat(tree.host().err()).isEmpty();
    assertThat(tree.kernel().calls().stream().filter("command /bin/true"::equals))
        .hasSize(2);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"--jobs=1", "--jobs=4"})
  void failsForTheFirstTimeWhereACommandHasLoadedTheModule(String jobs) {
    tree.config("install mid /bin/mid\n");
    tree.machine().plays("/bin/mid", variables -> {
      tree.kernel().hasLoaded("mid");
      return 0;
    });

    assertThat(tree.run(jobs, "--first-time", "-a", "mid", "mid")).isEqualTo(1);
    assertThat(tree.host().err())
        .isEqualTo("modprobe: ERROR: could not insert 'mid': Module already in kernel\n");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"--jobs=1", "--jobs=4"})
  void triesAgainWithOtherParametersWhatWasRefused(String jobs) {
    tree.module(KERNEL + "lone.ko", new ModuleBuilder().modinfo("parmtype=count:int"));
    tree.file("/etc/l", "lone count=zz bad=1\nother\nlone\nlone bad=1\n");
    tree.kernel().refusesToInsert("lone", Errno.EINVAL);

    assertThat(tree.run(jobs, "--load-lists", "/etc/l")).isEqualTo(1);
    assertThat(tree.kernel().hasInMemory("lone")).isTrue();
    assertThat(tree.host().err()).startsWith("""
        modprobe: NOTE: lone: 'bad' is no parameter of it (from /etc/l:1)
        modprobe: ERROR: could not insert 'lone': Invalid argument
        """);
    assertThat(tree.host().err()).containsOnlyOnce("could not insert").containsOnlyOnce("'bad'");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"--jobs=1", "--jobs=4"})
  void saysOnceWhatThereIsToSayOfAModuleThatWasLoaded(String jobs) {
    tree.module(KERNEL + "lone.ko", new ModuleBuilder().modinfo("parmtype=count:int"));
    tree.config("options lone bad=1\n");

    assertThat(tree.run(jobs, "-a", "lone", "lone")).isZero();
    assertThat(tree.host().err()).containsOnlyOnce("'bad' is no parameter");
  }

  @Test
  void saysWhatASignatureCostsWhenTheTurnOfItsOperandComes() throws IOException {
    Path file = tree.root().resolve(KERNEL + "lone.ko");
    byte[] module = new ModuleBuilder().modinfo("vermagic=6.0.0 SMP").build();
    byte[] magic = "~Module signature appended~\n".getBytes(ISO_8859_1);
    ByteBuffer signed = ByteBuffer.allocate(module.length + 5 + 12 + magic.length);
    signed.put(module).put(new byte[] {1, 2, 3, 4, 5}); // a signature of five bytes
    signed.put(new byte[] {0, 0, 2, 0, 0, 0, 0, 0}).putInt(5).put(magic); // PKCS#7
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(signed.array()); // compressed, so that it is not the file that is loaded
    }
    tree.kernel().knowsImage(ModuleImage.of(signed.array()).withoutVermagic().bytes(), "lone");
    CountDownLatch loaded = new CountDownLatch(1);
    tree.kernel().refusesToInsert("base_mod", Errno.EIO);
    tree.kernel().isWatchedBy(call -> {
      if (call.startsWith("insertImage lone")) {
        loaded.countDown();
      } else if (call.startsWith(insert("base-mod"))) {
        await(loaded);
      }
    });

    assertThat(tree.run("--jobs=4", "--force-vermagic", "-a", "other", "lone")).isEqualTo(1);
    assertThat(tree.host().err())
        .startsWith("modprobe: ERROR: could not insert 'other': Input/output error\n")
        .endsWith("modprobe: WARNING: " + KERNEL + "lone.ko loses its signature, which the changed"
            + " module would not match\n");
  }

  @Test
  void isContentIfAnotherProcessWasQuicker() {
    tree.kernel().isQuickerWith("lone", "other");

    assertThat(tree.run("--jobs=4", "-a", "lone", "other")).isZero();
    assertThat(tree.host().err()).isEmpty();
  }

  @Test
  void tellsOfAModuleWhoseInitMetWhatItRegisters() {
    tree.kernel().refusesToInsert("lone", Errno.EEXIST);

    assertThat(tree.run("--jobs=4", "-a", "lone", "other")).isZero();
    assertThat(tree.host().err()).isEqualTo("""
        modprobe: NOTE: lone: the module's own start refused: something that it registers is \
        registered already, by another driver; see the kernel's log (dmesg)
        """);
    assertThat(tree.kernel().hasInMemory("other")).isTrue();
  }

  @Test
  void leavesBlacklistedAliasesAlone() {
    tree.config("blacklist lone\nblacklist other\n");

    int status = tree.run("--jobs=4", "-a", "fs-lone", "other");

    assertThat(status).isZero();
    assertThat(tree.kernel().hasInMemory("lone")).isFalse();
    assertThat(tree.kernel().hasInMemory("other")).isTrue();
  }

  @Test
  void leavesBlacklistedNamesAloneIfAsked() {
    tree.config("blacklist other\n");

    int status = tree.run("--jobs=4", "-b", "-a", "lone", "other");

    assertThat(status).isZero();
    assertThat(tree.kernel().calls()).containsExactly("lock shared", insert("lone"), "unlock");
  }

  @Test
  void takesOptionsOfTheNameThatCameFirst() {
    tree.config("options lone a=1\noptions fs-lone b=2\n");

    tree.run("--jobs=4", "-a", "fs-lone", "lone");

    assertThat(tree.kernel().calls()).contains(insert("lone") + " a=1 b=2 ");
  }

  @Test
  void givesUpAllOnALockThatStaysTakenAndWaitsForItOnce() {
    tree.kernel().isLockedBy(new LockHolder(99, "rmmod", "root", true));

    int status = tree.run("--jobs=4", "-a", "lone", "other");

    assertThat(status).isEqualTo(1);
    assertThat(tree.kernel().patiences()).hasSize(1);
    assertThat(tree.host().err())
        .contains("could not insert 'lone'")
        .contains("could not insert 'other'")
        .contains("rmmod");
  }

  @Test
  void touchesNothingWhereAllIsThere() {
    tree.kernel().hasLoaded("lone", "base_mod", "other");

    assertThat(tree.run("--jobs=4", "-a", "lone", "other", "built")).isZero();
    assertThat(tree.kernel().calls()).isEmpty();
  }

  @Test
  void isContentWithAModuleThatOnlyTheKernelKnows() {
    tree.kernel().saysOf("gone_mod", ModuleState.LIVE);

    assertThat(tree.run("--jobs=4", "-a", "gone_mod", "lone")).isZero();
    assertThat(tree.host().err()).isEmpty();
  }

  @Test
  void showsWhatItWouldDoAsWithoutJobs() {
    tree.run("--jobs=4", "-D", "-a", "other", "lone", "other");

    assertThat(tree.host().out()).isEqualTo("""
        insmod /lib/modules/6.1.0-21-amd64/kernel/base-mod.ko\040
        insmod /lib/modules/6.1.0-21-amd64/kernel/other.ko\040
        insmod /lib/modules/6.1.0-21-amd64/kernel/lone.ko\040
        insmod /lib/modules/6.1.0-21-amd64/kernel/base-mod.ko\040
        insmod /lib/modules/6.1.0-21-amd64/kernel/other.ko\040
        """);
  }

  @ParameterizedTest(name = "''{0}''")
  @ValueSource(strings = {"-1", "x", "", "10000", "1.5"})
  void namesWhatIsNoNumberOfJobs(String number) {
    int status = tree.run("--jobs=" + number, "-a", "lone");

    assertThat(status).isEqualTo(1);
    assertThat(tree.host().err())
        .isEqualTo("modprobe: Invalid value for option '--jobs': '" + number
            + "' is no number from 0 to 9999\n");
  }
}
