package org.moduletools.rmmod;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moduletools.cli.TestHost;
import org.moduletools.kernel.Errno;
import org.moduletools.kernel.FakeMachine;
import org.moduletools.kernel.LockHolder;
import org.moduletools.kernel.ModuleState;

class RmmodTest {

  private final Path root = Jimfs.newFileSystem(Configuration.unix()).getPath("/");
  private final FakeMachine machine = new FakeMachine();
  private final TestHost host = new TestHost(root, machine);

  /** bridge needs stp and llc, stp needs llc; unix is a part of the kernel. */
  @BeforeEach
  void writeTree() throws IOException {
    Path directory = root.resolve("lib/modules/6.1.0-21-amd64");
    Files.createDirectories(directory);
    Files.write(directory.resolve("modules.builtin"), "kernel/net/unix.ko\n".getBytes(ISO_8859_1));
    Files.write(
        directory.resolve("modules.dep"),
        "k/bridge.ko: k/stp.ko k/llc.ko\nk/stp.ko: k/llc.ko\nk/llc.ko:\n".getBytes(ISO_8859_1));
    machine.kernel().knows("bridge", "stp", "llc");
    machine.kernel().knows("stp", "llc");
    machine.kernel().hasLoaded("llc", "stp", "bridge");
  }

  @Test
  void removesEachModuleUnderTheExclusiveLock() {
    int status = host.run(new Rmmod(), "bridge", "stp");

    assertThat(status).isZero();
    assertThat(host.out() + host.err()).isEmpty();
    assertThat(machine.kernel().calls())
        .containsExactly(
            "lock exclusive",
            "remove bridge [NO_WAIT]",
            "unlock",
            "lock exclusive",
            "remove stp [NO_WAIT]",
            "unlock");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"bridge", "bridge.ko", "./bridge.ko", "/no/such/bridge.ko", "../a.b/bridge.ko.xz"})
  void takesTheNameFromThePathThoughNoFileIsThere(String operand) {
    assertThat(host.run(new Rmmod(), "-f", operand)).isZero();
    assertThat(machine.kernel().hasInMemory("bridge")).isFalse();
    assertThat(host.run(new Rmmod(), operand)).isEqualTo(1);
    assertThat(host.err()).isEqualTo("rmmod: ERROR: Module bridge is not currently loaded\n");
  }

  @Test
  void saysWhatElseCanBeKnownOfUsers() throws IOException {
    machine.kernel().uses("ext4", 1);
    Files.createDirectories(root.resolve("proc"));
    Files.writeString(root.resolve("proc/mounts"), "/dev/sda1 /srv ext4 rw 0 0\n");

    assertThat(host.run(new Rmmod(), "llc", "ext4", "brigde")).isEqualTo(1);
    assertThat(host.err()).isEqualTo("""
        rmmod: ERROR: Module llc is in use by: stp bridge
        rmmod: NOTE: modules that use it: stp and bridge; modprobe -r --remove-holders removes them \
        first
        rmmod: ERROR: Module ext4 is in use
        rmmod: NOTE: mounted: /srv (ext4); umount ends that
        rmmod: ERROR: Module brigde is not currently loaded
        rmmod: NOTE: names like it: bridge
        """);
  }

  @Test
  void namesThoseThatUseAModuleAndGoesOn() {
    int status = host.run(new Rmmod(), "llc", "bridge");

    assertThat(status).isEqualTo(1);
    assertThat(host.errWithoutNotes())
        .isEqualTo("rmmod: ERROR: Module llc is in use by: stp bridge\n");
    assertThat(machine.kernel().hasInMemory("bridge")).isFalse();
  }

  @Test
  void saysThatSomethingElseUsesAModule() {
    machine.kernel().uses("loop", 1);

    assertThat(host.run(new Rmmod(), "loop")).isEqualTo(1);
    assertThat(host.errWithoutNotes()).isEqualTo("rmmod: ERROR: Module loop is in use\n");
  }

  @Test
  void leavesItToTheKernelIfForced() {
    machine.kernel().uses("loop", 1);

    assertThat(host.run(new Rmmod(), "-f", "loop")).isZero();
    assertThat(machine.kernel().calls()).contains("remove loop [FORCE, NO_WAIT]");
  }

  @Test
  void refusesAPartOfTheKernelAndWhatIsNotLoaded() {
    assertThat(host.run(new Rmmod(), "unix", "nosuch")).isEqualTo(1);
    assertThat(host.err()).isEqualTo("""
        rmmod: ERROR: Module unix is builtin.
        rmmod: ERROR: Module nosuch is not currently loaded
        """);
  }

  @Test
  void repeatsTheKernelsReason() {
    machine.kernel().refusesToRemove("bridge", Errno.EPERM);

    assertThat(host.run(new Rmmod(), "bridge")).isEqualTo(1);
    assertThat(host.err()).isEqualTo("""
        rmmod: ERROR: could not remove 'bridge': Operation not permitted
        rmmod: ERROR: could not remove module bridge: Operation not permitted
        """);
  }

  @Test
  void saysThatTheKernelCannotUnload() {
    machine.kernel().refusesToRemove("bridge", Errno.ENOSYS);

    assertThat(host.run(new Rmmod(), "bridge")).isEqualTo(1);
    assertThat(host.err()).isEqualTo("rmmod: ERROR: Module unloading is not supported\n");
  }

  @Test
  void findsUsersByModulesDepWhereTheKernelDoesNotTell() {
    machine.kernel().keepsNoCounts();

    assertThat(host.run(new Rmmod(), "-vv", "llc")).isEqualTo(1);
    assertThat(host.err()).isEqualTo("""
        rmmod: NOTICE: the kernel does not list the users of llc; modules.dep is used
        rmmod: ERROR: Module llc is in use by: bridge stp
        """);
  }

  @Test
  void givesUpOnALockThatStaysTaken() {
    machine.kernel().isLockedBy(new LockHolder(99, "modprobe", "root", true));

    assertThat(host.run(new Rmmod(), "bridge")).isEqualTo(1);
    assertThat(host.err())
        .contains("could not remove module bridge")
        .contains("process 99 (modprobe, root)");
  }

  @Test
  void missesTheName() {
    assertThat(host.run(new Rmmod())).isEqualTo(1);
    assertThat(host.err()).isEqualTo("rmmod: ERROR: missing module name.\n");
  }

  @Test
  void refusesALockTimeoutThatIsNoNumber() {
    assertThat(host.run(new Rmmod(), "--lock-timeout=soon", "bridge")).isEqualTo(1);
    assertThat(host.err()).contains("'soon' is no number of seconds");
  }

  @Test
  void takesNoNameForAWayToAnotherFolder() {
    assertThat(host.run(new Rmmod(), "../../bridge", "x\0y", "a".repeat(5000))).isEqualTo(1);
    assertThat(host.err())
        .isEqualTo("""
            rmmod: ERROR: Module ../../bridge is not currently loaded
            rmmod: ERROR: Module x\0y is not currently loaded
            """ + "rmmod: ERROR: Module " + "a".repeat(5000) + " is not currently loaded\n");
    assertThat(machine.kernel().hasInMemory("bridge")).isTrue();
  }

  @Test
  void waitsOnceForAllModulesThatStayOnTheirWay() {
    machine.kernel().saysOf("bridge", ModuleState.GOING);
    machine.kernel().saysOf("stp", ModuleState.COMING);

    int status = host.run(new Rmmod(), "bridge", "stp");

    assertThat(status).isZero(); // the kernel has the last word
    assertThat(machine.time().now()).isEqualTo(Duration.ofSeconds(30));
    assertThat(host.err()).isEqualTo("""
            rmmod: WARNING: waiting for module bridge, which is being removed, for 30 seconds at most
            rmmod: WARNING: module bridge is still being removed; the kernel is asked all the same
            """);
  }
}
