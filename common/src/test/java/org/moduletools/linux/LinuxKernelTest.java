package org.moduletools.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.moduletools.kernel.Errno;
import org.moduletools.kernel.FakeTime;
import org.moduletools.kernel.InsertFlag;
import org.moduletools.kernel.Kernel;
import org.moduletools.kernel.KernelException;
import org.moduletools.kernel.LockHolder;
import org.moduletools.kernel.LockListener;
import org.moduletools.kernel.LockMode;
import org.moduletools.kernel.LockTimeoutException;
import org.moduletools.kernel.ModulesLock;
import org.moduletools.kernel.RemoveFlag;
import org.moduletools.module.ModuleName;

class LinuxKernelTest {

  private static final Path FILE = Path.of("/lib/modules/x/d\u00fcmmy%.ko");

  private final FakeLibC libc = new FakeLibC();
  private final Kernel kernel = kernelOn("amd64");
  private final List<String> unavailable = new ArrayList<>();

  private final LockListener listener = new LockListener() {
    @Override
    public void waitingFor(List<LockHolder> holders, Duration longest) {}

    @Override
    public void passingBy(List<LockHolder> holders) {}

    @Override
    public void unavailable(String reason) {
      unavailable.add(reason);
    }
  };

  private Kernel kernelOn(String machine) {
    return new LinuxKernel(Path.of("/no/such/root"), libc, machine, new FakeTime());
  }

  @Test
  void opensTheFileLoadsItAndClosesIt() throws KernelException {
    kernel.insertFile(Path.of("/lib/d%.ko"), "a=1 b", Set.of(InsertFlag.IGNORE_VERMAGIC));

    assertThat(libc.calls)
        .containsExactly(
            "open(\"/lib/d%.ko\", 02000000)", "finit_module(313, 7, \"a=1 b\", 2)", "close(7)");
  }

  @Test
  void passesFileNamesByteForByte() throws KernelException {
    kernel.insertFile(FILE, "", Set.of());

    assertThat(libc.calls.get(0))
        .isEqualTo("open(\"/lib/modules/x/d\u00c3\u00bcmmy%.ko\", 02000000)");
  }

  @Test
  void readsTheLogWithoutTakingAnythingAway() {
    libc.log = "<6>[    1.250000] loop: module loaded\n";

    assertThat(kernel.log()).isEqualTo("<6>[    1.250000] loop: module loaded\n");
    assertThat(libc.calls).containsExactly("klogctl(3)");
  }

  @Test
  void hasNoLogForAUserToWhomItIsForbidden() {
    libc.log = "<6>[    1.250000] loop: module loaded\n";
    libc.fails("klogctl", 1);

    assertThat(kernel.log()).isEmpty();
  }

  @Test
  void closesAFileThatTheKernelRefuses() {
    libc.fails("finit_module", 129);

    KernelException refused = catchThrowableOfType(
        KernelException.class, () -> kernel.insertFile(Path.of("/x.ko"), "", Set.of()));

    assertThat(refused).hasMessage("Key was rejected by service");
    assertThat(refused.call()).isEqualTo("finit_module");
    assertThat(libc.calls).endsWith("close(7)");
  }

  @Test
  void saysThatTheFileCouldNotBeOpened() {
    libc.fails("open", 2);

    KernelException refused = catchThrowableOfType(
        KernelException.class, () -> kernel.insertFile(Path.of("/x.ko"), "", Set.of()));

    assertThat(refused.call()).isEqualTo("open");
    assertThat(refused.errno()).isEqualTo(Errno.ENOENT);
  }

  @Test
  void loadsAnImage() throws KernelException {
    kernel.insertImage(new byte[] {1, 2, 3}, "a=\u00e9");

    assertThat(libc.calls).containsExactly("init_module(175, [1, 2, 3], \"a=\u00e9\")");
  }

  @Test
  void removesWithTheFlagsGiven() throws KernelException {
    kernel.remove(new ModuleName("snd-hda"), EnumSet.of(RemoveFlag.NO_WAIT, RemoveFlag.FORCE));

    assertThat(libc.calls).containsExactly("delete_module(176, \"snd_hda\", 2560)");
  }

  @Test
  void usesTheNumbersOfTheProcessMachine() throws KernelException {
    kernelOn("i386").remove(new ModuleName("llc"), Set.of());

    assertThat(libc.calls).containsExactly("delete_module(129, \"llc\", 0)");
  }

  @Test
  void namesAMachineWhoseNumbersAreNotKnown() {
    Kernel strange = kernelOn("sparcv9");

    assertThatThrownBy(() -> strange.insertImage(new byte[0], ""))
        .isInstanceOf(KernelException.class)
        .hasMessage("No number of the system call init_module is known for machine sparcv9");
    assertThatThrownBy(() -> strange.insertFile(Path.of("/x.ko"), "", Set.of()))
        .isInstanceOf(KernelException.class);
    assertThatThrownBy(() -> strange.remove(new ModuleName("x"), Set.of()))
        .isInstanceOf(KernelException.class);
    assertThat(libc.calls).isEmpty();
  }

  @Test
  void asksUnameForTheMachine() {
    assertThat(kernel.machine()).isEqualTo("x86_64");
  }

  @Test
  void locksSharedWithoutWaitingInTheKernel() throws LockTimeoutException {
    try (ModulesLock lock = kernel.lock(LockMode.SHARED, Duration.ZERO, listener)) {
      assertThat(lock).isNotNull();
    }

    assertThat(libc.calls)
        .containsExactly(
            "open(\"/no/such/root/proc/vmallocinfo\", 02000000)",
            "flock(7, 5)",
            "flock(7, 8)",
            "open(\"/no/such/root/proc/modules\", 02000000)",
            "flock(7, 5)",
            "flock(7, 8)");
  }

  @Test
  void opensTheFilesOfTheLockOnce() throws LockTimeoutException {
    libc.descriptors.addAll(List.of(7, 8));
    kernel.lock(LockMode.SHARED, Duration.ZERO, listener).close();
    libc.calls.clear();

    kernel.lock(LockMode.SHARED, Duration.ZERO, listener).close();

    assertThat(libc.calls)
        .containsExactly("flock(7, 5)", "flock(7, 8)", "flock(8, 5)", "flock(8, 8)");
  }

  @Test
  void opensAFileOnceMoreWhileItIsLocked() throws LockTimeoutException {
    libc.descriptors.addAll(List.of(7, 8, 9));
    ModulesLock first = kernel.lock(LockMode.SHARED, Duration.ZERO, listener);

    kernel.lock(LockMode.SHARED, Duration.ZERO, listener).close();
    first.close();

    assertThat(libc.calls).endsWith("flock(9, 5)", "flock(9, 8)", "flock(8, 8)", "close(8)");
  }

  @Test
  void looksAtTheVeryFileThatTheKernelGets() throws KernelException, IOException {
    libc.content = new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1};
    List<String> heads = new ArrayList<>();

    boolean loaded = kernel.insertFile(Path.of("/x.ko"), "a=1", head -> {
      heads.add(new String(head, 1, 3, StandardCharsets.US_ASCII) + head.length);
      return Optional.of(Set.of(InsertFlag.COMPRESSED_FILE));
    });

    assertThat(loaded).isTrue();
    assertThat(heads).containsExactly("ELF6");
    assertThat(libc.calls)
        .containsExactly(
            "open(\"/x.ko\", 02004000)",
            "pread(7, 6, 0)",
            "finit_module(313, 7, \"a=1\", 4)",
            "close(7)");
  }

  @Test
  void loadsNoFileThatItsReaderDeclines() throws KernelException, IOException {
    libc.content = new byte[] {0x7f, 'E', 'L', 'F', 2, 1};

    boolean loaded = kernel.insertFile(Path.of("/x.ko"), "", head -> Optional.empty());

    assertThat(loaded).isFalse();
    assertThat(libc.calls).endsWith("pread(7, 6, 0)", "close(7)");
  }

  @Test
  void letsJavaSayWhyAFileCannotBeRead() {
    libc.fails("open", 2);

    assertThatThrownBy(
            () -> kernel.insertFile(Path.of("/no/such/x.ko"), "", head -> Optional.empty()))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void locksExclusively() throws LockTimeoutException {
    kernel.lock(LockMode.EXCLUSIVE, Duration.ZERO, listener).close();

    assertThat(libc.calls).contains("flock(7, 6)");
  }

  @Test
  void triesAgainOnTheSameDescriptorUntilPatienceEnds() {
    libc.fails("flock", 11);
    libc.descriptors.addAll(List.of(7, 8));

    assertThatThrownBy(() -> kernel.lock(LockMode.EXCLUSIVE, Duration.ofMillis(3), listener))
        .isInstanceOf(LockTimeoutException.class);
    assertThat(libc.calls)
        .filteredOn(call -> call.startsWith("open"))
        .containsExactly(
            "open(\"/no/such/root/proc/modules\", 02000000)",
            "open(\"/no/such/root/proc/vmallocinfo\", 02000000)");
    assertThat(libc.calls).filteredOn("flock(7, 6)"::equals).hasSizeGreaterThan(3);
    assertThat(libc.calls)
        .endsWith("flock(8, 8)", "close(8)", "flock(7, 8)", "close(7)"); // which refuse it too
  }

  @Test
  void aSignalDoesNotTakeTheLockAway() throws LockTimeoutException {
    libc.failsOnce("flock", 4);
    libc.descriptors.addAll(List.of(7, 8));

    kernel.lock(LockMode.EXCLUSIVE, Duration.ofMillis(3), listener).close();

    assertThat(libc.calls).filteredOn("flock(7, 6)"::equals).hasSize(2);
    assertThat(unavailable).isEmpty();
  }

  @Test
  void aSignalDoesNotKeepAFileFromBeingOpened() throws KernelException {
    libc.failsOnce("open", 4);

    kernel.insertFile(Path.of("/x.ko"), "", Set.of());

    assertThat(libc.calls).contains("finit_module(313, 7, \"\", 0)");
  }

  @Test
  void aRefusedLockIsNoFailure() throws LockTimeoutException {
    libc.fails("flock", 37);

    kernel.lock(LockMode.SHARED, Duration.ZERO, listener).close();

    assertThat(unavailable).containsExactly("flock: No locks available");
    assertThat(libc.calls).endsWith("close(7)");
  }

  @Test
  void aMissingFileIsNoFailure() throws LockTimeoutException {
    libc.fails("open", 2);

    kernel.lock(LockMode.SHARED, Duration.ZERO, listener).close();

    assertThat(unavailable).containsExactly("open: No such file or directory");
  }
}
