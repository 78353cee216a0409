package org.moduletools.loading;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moduletools.kernel.FakeKernel;
import org.moduletools.kernel.FakeTime;
import org.moduletools.kernel.KernelException;
import org.moduletools.kernel.LockMode;
import org.moduletools.kernel.LockTimeoutException;
import org.moduletools.kernel.ModuleState;
import org.moduletools.kernel.RemoveFlag;
import org.moduletools.module.ModuleName;
import org.moduletools.modulefile.ModuleBuilder;
import org.moduletools.tree.LoadStep;
import org.moduletools.tree.ModuleTree;
import org.moduletools.tree.ResolvedModule;

/** The two programs on the page of this package, with a kernel that refuses to work unlocked. */
class LoadAndRemoveTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Path folder =
      Jimfs.newFileSystem(Configuration.unix()).getPath("/lib/modules/6.1.0");
  private final FakeKernel kernel = new FakeKernel();
  private final Transition transition =
      new Transition(kernel, new FakeTime(), Transition.PATIENCE, warning -> {});
  private final FileInserter inserter = new FileInserter(kernel, Set.of(), warning -> {});

  /** bridge needs stp, which needs llc. */
  @BeforeEach
  void writeTree() throws IOException {
    for (String name : new String[] {"bridge", "stp", "llc"}) {
      new ModuleBuilder().modinfo("license=GPL").writeTo(folder.resolve(name + ".ko"));
    }
    Files.writeString(
        folder.resolve("modules.dep"), "bridge.ko: stp.ko llc.ko\nstp.ko: llc.ko\nllc.ko:\n");
    kernel.knows("llc");
    kernel.knows("stp", "llc");
    kernel.knows("bridge", "stp");
  }

  private ChainLock lock(LockMode mode) {
    return new ChainLock(kernel, mode, PATIENCE, new SilentLockListener());
  }

  private void load(String name) throws IOException, KernelException, LockTimeoutException {
    try (ModuleTree tree = ModuleTree.open(folder);
        ChainLock lock = lock(LockMode.SHARED)) {
      lock.take();
      for (LoadStep step : tree.loadOrder(ResolvedModule.named(new ModuleName(name)))) {
        ModuleName module = step.module().name();
        if (!step.file().isEmpty() && transition.settled(module) != ModuleState.LIVE) {
          inserter.insert(folder.resolve(step.file()), "");
        }
      }
    }
  }

  private boolean remove(String name) throws KernelException, LockTimeoutException {
    ModuleName module = new ModuleName(name);
    transition.settled(module);
    try (ModuleTree tree = ModuleTree.open(folder);
        ChainLock lock = lock(LockMode.EXCLUSIVE)) {
      lock.take();
      if (LoadedUsers.of(module, kernel, tree::line).users().isEmpty()) {
        kernel.remove(module, Set.of(RemoveFlag.NO_WAIT));
        return true;
      }
      return false;
    }
  }

  @Test
  void loadsWhatIsMissingAndRemovesWhatIsUnused()
      throws IOException, KernelException, LockTimeoutException {
    kernel.hasLoaded("llc");

    load("bridge");

    assertThat(kernel.state(new ModuleName("stp"))).isEqualTo(ModuleState.LIVE);
    assertThat(kernel.state(new ModuleName("bridge"))).isEqualTo(ModuleState.LIVE);
    assertThat(remove("stp")).isFalse();
    assertThat(remove("bridge")).isTrue();
    assertThat(kernel.state(new ModuleName("bridge"))).isEqualTo(ModuleState.ABSENT);
  }
}
