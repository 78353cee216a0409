package org.moduletools.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moduletools.kernel.Errno;
import org.moduletools.kernel.FakeKernel;
import org.moduletools.kernel.KernelException;
import org.moduletools.kernel.LockMode;
import org.moduletools.kernel.LockTimeoutException;
import org.moduletools.loading.FileInserter.Demand;
import org.moduletools.modulefile.ModuleBuilder;

class FileInserterTest {

  private static final byte[] IMAGE =
      new ModuleBuilder().modinfo("license=GPL", "vermagic=6.1").build();

  private final Path root = Jimfs.newFileSystem(Configuration.unix()).getPath("/");
  private final FakeKernel kernel = new FakeKernel();
  private final List<String> warnings = new ArrayList<>();

  @BeforeEach
  void knowTheImage() {
    kernel.knowsImage(IMAGE, "dummy");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {".gz", ".xz", ".zst"})
  void decompressesWhatTheKernelDoesNot(String suffix) throws Exception {
    insert(module("dummy.ko" + suffix), Set.of());

    assertThat(kernel.calls()).contains("insertImage dummy a=1");
  }

  @Test
  void leavesDecompressionToAKernelThatCanDoIt() throws Exception {
    kernel.undoes("xz");

    insert(module("dummy.ko.xz"), Set.of());

    assertThat(kernel.calls()).contains("insert /dummy.ko.xz a=1 [COMPRESSED_FILE]");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"EINVAL", "EOPNOTSUPP", "ENOSYS"})
  void decompressesWhatTheKernelRefusesToDecompress(String errno) throws Exception {
    kernel.undoes("xz");
    kernel.refusesToInsert("dummy", Errno.valueOf(errno));

    insert(module("dummy.ko.xz"), Set.of());

    assertThat(kernel.calls())
        .contains("insert /dummy.ko.xz a=1 [COMPRESSED_FILE]", "insertImage dummy a=1");
  }

  @Test
  void doesNotTryAgainWhatTheKernelRefusesForAnotherReason() throws IOException {
    kernel.refusesToInsert("dummy", Errno.EINVAL);
    Path file = module("dummy.ko");

    assertThatThrownBy(() -> insert(file, Set.of())).isInstanceOf(KernelException.class);
    assertThat(kernel.calls()).doesNotContain("insertImage dummy a=1");
  }

  @Test
  void forcesByFlagsWhereTheFileGoesInAsItIs() throws Exception {
    insert(module("dummy.ko"), Set.of(Demand.FORCE_MODVERSION, Demand.FORCE_VERMAGIC));

    assertThat(kernel.calls())
        .contains("insert /dummy.ko a=1 [IGNORE_MODVERSIONS, IGNORE_VERMAGIC]");
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(names = {"FORCE_MODVERSION", "FORCE_VERMAGIC"})
  void saysThatAForcedModuleCountsAsUnsigned(Demand demand) throws IOException {
    kernel.refusesToInsert("dummy", Errno.EKEYREJECTED);
    Path file = module("dummy.ko");

    assertThatThrownBy(() -> insert(file, Set.of(demand)))
        .hasMessage("Key was rejected by service (a forced module counts as unsigned,"
            + " and this kernel loads signed modules only)");
    kernel.refusesToInsert("dummy", Errno.EKEYREJECTED);
    assertThatThrownBy(() -> insert(file, Set.of())).hasMessage("Key was rejected by service");
  }

  @Test
  void saysWhatIsDamaged() throws IOException {
    Path file = module("dummy.ko.xz");
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 40));

    assertThatThrownBy(() -> insert(file, Set.of()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("xz");
  }

  private Path module(String name) {
    return new ModuleBuilder().modinfo("license=GPL", "vermagic=6.1").writeTo(root.resolve(name));
  }

  private void insert(Path file, Set<Demand> demands)
      throws KernelException, IOException, LockTimeoutException {
    try (ChainLock lock =
        new ChainLock(kernel, LockMode.SHARED, Duration.ZERO, new SilentLockListener())) {
      lock.take();
      new FileInserter(kernel, demands, warnings::add).insert(file, "a=1");
    }
  }
}
