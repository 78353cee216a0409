package org.moduletools.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.moduletools.module.ModuleName;

/** That the fake is a kernel, and that it watches over the lock. */
class FakeKernelTest {

  private static final ModuleName LLC = new ModuleName("llc");
  private static final ModuleName STP = new ModuleName("stp");

  private final FakeKernel kernel = new FakeKernel();

  private final LockListener silent = new LockListener() {
    @Override
    public void waitingFor(List<LockHolder> holders, Duration longest) {}

    @Override
    public void passingBy(List<LockHolder> holders) {}

    @Override
    public void unavailable(String reason) {}
  };

  private ModulesLock lock(LockMode mode) throws LockTimeoutException {
    return kernel.lock(mode, Duration.ZERO, silent);
  }

  private void insert(String file) throws KernelException {
    kernel.insertFile(Path.of(file), "", Set.of());
  }

  private static Errno refusal(ThrowingCall call) {
    return catchThrowableOfType(KernelException.class, call::run).errno();
  }

  private interface ThrowingCall {
    void run() throws KernelException;
  }

  @Test
  void aUserHoldsWhatItNeeds() throws KernelException, LockTimeoutException {
    kernel.knows("stp", "llc");
    try (ModulesLock shared = lock(LockMode.SHARED)) {
      assertThat(refusal(() -> insert("stp.ko"))).isEqualTo(Errno.ENOENT);

      insert("llc.ko");
      insert("stp.ko");

      assertThat(shared).isNotNull();
    }

    assertThat(kernel.state(LLC)).isEqualTo(ModuleState.LIVE);
    assertThat(kernel.references(LLC)).hasValue(1);
    assertThat(kernel.holders(LLC)).containsExactly(STP);
    assertThat(kernel.calls())
        .containsExactly(
            "lock shared", "insert stp.ko", "insert llc.ko", "insert stp.ko", "unlock");
  }

  @Test
  void whatIsUsedStaysIn() throws KernelException, LockTimeoutException {
    kernel.knows("stp", "llc");
    kernel.hasLoaded("llc", "stp");
    try (ModulesLock exclusive = lock(LockMode.EXCLUSIVE)) {
      assertThat(refusal(() -> kernel.remove(LLC, Set.of()))).isEqualTo(Errno.EAGAIN);

      kernel.remove(STP, Set.of(RemoveFlag.NO_WAIT));
      kernel.remove(LLC, Set.of());

      assertThat(exclusive).isNotNull();
    }

    assertThat(kernel.state(LLC)).isEqualTo(ModuleState.ABSENT);
    assertThat(kernel.calls()).contains("remove stp [NO_WAIT]");
  }

  @Test
  void refusesAsOftenAsItWasTold() throws KernelException, LockTimeoutException {
    kernel.refusesToInsert("llc", Errno.ENOSYS);
    try (ModulesLock shared = lock(LockMode.SHARED)) {
      assertThat(refusal(() -> insert("llc.ko"))).isEqualTo(Errno.ENOSYS);

      insert("llc.ko");

      assertThat(shared).isNotNull();
    }
    assertThat(kernel.hasInMemory("llc")).isTrue();
  }

  @Test
  void nothingGoesInWithoutTheSharedLock() throws LockTimeoutException {
    assertThatThrownBy(() -> insert("llc.ko")).isInstanceOf(AssertionError.class);

    try (ModulesLock exclusive = lock(LockMode.EXCLUSIVE)) {
      assertThat(exclusive).isNotNull();
      assertThatThrownBy(() -> insert("llc.ko")).isInstanceOf(AssertionError.class);
    }
  }

  @Test
  void nothingGoesOutWithoutTheExclusiveLock() throws LockTimeoutException {
    kernel.hasLoaded("llc");

    try (ModulesLock shared = lock(LockMode.SHARED)) {
      assertThat(shared).isNotNull();
      assertThatThrownBy(() -> kernel.remove(LLC, Set.of())).isInstanceOf(AssertionError.class);
    }
  }

  @Test
  void noCommandRunsUnderTheLock() throws LockTimeoutException {
    kernel.commandStarts("true");

    try (ModulesLock shared = lock(LockMode.SHARED)) {
      assertThat(shared).isNotNull();
      assertThatThrownBy(() -> kernel.commandStarts("true")).isInstanceOf(AssertionError.class);
    }
  }

  @Test
  void theLockIsNotTakenTwice() throws LockTimeoutException {
    try (ModulesLock shared = lock(LockMode.SHARED)) {
      assertThat(shared).isNotNull();
      assertThatThrownBy(() -> lock(LockMode.SHARED)).isInstanceOf(AssertionError.class);
    }
    assertThat(kernel.isLocked()).isFalse();
  }
}
