package org.moduletools.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moduletools.kernel.Errno;
import org.moduletools.kernel.KernelException;
import org.moduletools.kernel.LockMode;
import org.moduletools.module.ModuleName;

/** The C library of this machine. Loading a real module is tried in the virtual machine. */
class JnrLibCIT {

  @TempDir
  private Path folder;

  private final LibC libc = new JnrLibC();
  private final Linux linux = new Linux(Path.of("/"));

  @Test
  void locksAreThoseOfFlock() throws KernelException, IOException {
    Path file = Files.createFile(folder.resolve("locked"));
    try (LinuxFlock one = new LinuxFlock(libc, new FlockFiles(libc), file)) {
      assertThat(one.tryLock(LockMode.SHARED)).isTrue();
      try (LinuxFlock two = new LinuxFlock(libc, new FlockFiles(libc), file)) {
        assertThat(two.tryLock(LockMode.SHARED)).isTrue();
        assertThat(two.tryLock(LockMode.EXCLUSIVE)).isFalse();
      }
      assertThat(one.tryLock(LockMode.EXCLUSIVE)).isTrue();
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "true, 0",
    "exit 3, 3",
    "test \"$MODPROBE_MODULE\" = dummy, 0",
    "kill -9 $$, 137",
  })
  void runsCommandsInTheirEnvironment(String command, int status) throws KernelException {
    assertThat(linux.run(command, Map.of("MODPROBE_MODULE", "dummy"))).isEqualTo(status);
  }

  @Test
  void commandsDoNotInheritTheLockedFile() throws KernelException, IOException {
    Path file = Files.createFile(folder.resolve("modules"));
    try (LinuxFlock lock = new LinuxFlock(libc, new FlockFiles(libc), file)) {
      lock.tryLock(LockMode.EXCLUSIVE);

      int status = linux.run("ls -l /proc/self/fd | grep -q '" + file + "'", Map.of());

      assertThat(status).isEqualTo(1);
    }
  }

  @Test
  void looksAtTheBeginningOfAFile() throws KernelException, IOException {
    Path file = Files.writeString(folder.resolve("x.ko"), "0123456789");
    List<String> heads = new ArrayList<>();

    boolean loaded = linux.kernel().insertFile(file, "", head -> {
      heads.add(new String(head, StandardCharsets.US_ASCII));
      return Optional.empty();
    });

    assertThat(loaded).isFalse();
    assertThat(heads).containsExactly("012345");
  }

  @Test
  void saysWhyAFileCannotBeOpened() {
    KernelException refused = catchThrowableOfType(
        KernelException.class,
        () -> linux.kernel().insertFile(folder.resolve("no.ko"), "", Set.of()));

    assertThat(refused.call()).isEqualTo("open");
    assertThat(refused.errno()).isEqualTo(Errno.ENOENT);
  }

  @Test
  void theKernelRefusesWhatIsNoModule() throws IOException {
    Path file = Files.writeString(folder.resolve("bad.ko"), "no module at all");

    KernelException refused = catchThrowableOfType(
        KernelException.class, () -> linux.kernel().insertFile(file, "", Set.of()));

    // Not root, or a kernel without modules, or one that looked into the file.
    assertThat(refused.call()).isEqualTo("finit_module");
    assertThat(refused.errno()).isIn(Errno.EPERM, Errno.ENOSYS, Errno.ENOEXEC);
  }

  @Test
  void theKernelRefusesToRemoveWhatIsNotThere() {
    KernelException refused = catchThrowableOfType(
        KernelException.class,
        () -> linux.kernel().remove(new ModuleName("no_such_module"), Set.of()));

    assertThat(refused.errno()).isIn(Errno.EPERM, Errno.ENOSYS, Errno.ENOENT);
  }

  @Test
  void tellsReleaseAndMachine() {
    assertThat(linux.kernel().release().value()).isNotEmpty();
    assertThat(linux.kernel().machine()).isNotEmpty();
  }

  @Test
  void logsWithoutHarm() {
    linux.openLog("module-tools-test");
    linux.log(7, "100%s of a message");
  }

  /** include/uapi/linux/magic.h: PROC_SUPER_MAGIC. */
  @Test
  void tellsTheFileSystemAndTheUser() throws IOException {
    LibCFiles files = new LibCFiles(libc);

    assertThat(files.fileSystemType(Path.of("/proc"))).hasValue(0x9fa0);
    assertThat(files.fileSystemType(folder.resolve("missing"))).isEmpty();
    assertThat(files.user()).hasValue((int) Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
  }
}
