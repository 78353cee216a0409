package org.moduletools.insmod;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moduletools.cli.TestHost;
import org.moduletools.kernel.Errno;
import org.moduletools.kernel.FakeMachine;
import org.moduletools.modulefile.ModuleBuilder;

class InsmodTest {

  private static final byte[] CONTENT = {'m', 'o', 'd', 'u', 'l', 'e'};

  private final Path root = Jimfs.newFileSystem(Configuration.unix()).getPath("/");
  private final FakeMachine machine = new FakeMachine();
  private final TestHost host = new TestHost(root, machine);

  @BeforeEach
  void writeModule() throws IOException {
    Files.write(root.resolve("dummy.ko"), CONTENT);
  }

  @Test
  void loadsAFileWithItsParametersUnderTheSharedLock() {
    int status = host.run(new Insmod(), "dummy.ko", "numdummies=2", "name=two words");

    assertThat(status).isZero();
    assertThat(host.out() + host.err()).isEmpty();
    assertThat(machine.kernel().calls())
        .containsExactly(
            "lock shared", "insert /dummy.ko numdummies=2 name=\"two words\"", "unlock");
  }

  @Test
  void loadsStandardInput() {
    machine.kernel().knowsImage(CONTENT, "dummy");

    int status = host.withInput(CONTENT).run(new Insmod(), "-", "numdummies=2");

    assertThat(status).isZero();
    assertThat(machine.kernel().calls()).contains("insertImage dummy numdummies=2");
  }

  @Test
  void saysWhatTheModuleNeeds() throws IOException {
    new ModuleBuilder().needs("stp_register").writeTo(root.resolve("bridge.ko"));
    Path directory = root.resolve("lib/modules/6.1.0-21-amd64");
    Files.createDirectories(directory);
    Files.writeString(directory.resolve("modules.dep"), "kernel/stp.ko:\n");
    Files.writeString(directory.resolve("modules.symbols"), "alias symbol:stp_register stp\n");
    machine.kernel().refusesToInsert("bridge", Errno.ENOENT);

    assertThat(host.run(new Insmod(), "bridge.ko")).isEqualTo(1);
    assertThat(host.err()).isEqualTo("""
        insmod: ERROR: could not insert module bridge.ko: Unknown symbol in module
        insmod: NOTE: it needs stp_register, which module stp has: not loaded
        """);
  }

  @Test
  void saysBeforeLoadingWhichParameterTheModuleHasNot() {
    new ModuleBuilder().modinfo("parmtype=count:int").writeTo(root.resolve("loop.ko"));

    assertThat(host.run(new Insmod(), "loop.ko", "cuont=1")).isZero();
    assertThat(host.err())
        .isEqualTo("insmod: NOTE: loop: 'cuont' is no parameter of it; near: count\n");
  }

  @Test
  void saysBehindTheRefusalWhichValueIsWrong() {
    new ModuleBuilder().modinfo("parmtype=count:int").writeTo(root.resolve("loop.ko"));
    machine.kernel().refusesToInsert("loop", Errno.EINVAL);

    assertThat(host.run(new Insmod(), "loop.ko", "count=x")).isEqualTo(1);
    assertThat(host.err()).isEqualTo("""
        insmod: ERROR: could not insert module loop.ko: Invalid parameters
        insmod: NOTE: loop: 'count=x' is no value of its type (int)
        """);
  }

  @Test
  void saysThatAFileIsEmpty() throws IOException {
    Files.write(root.resolve("empty.ko"), new byte[0]);

    assertThat(host.run(new Insmod(), "--force", "empty.ko")).isEqualTo(1);
    assertThat(host.err()).isEqualTo("""
        insmod: ERROR: could not insert module empty.ko: file too short to be a module: offset=0
        insmod: NOTE: empty.ko is empty; the kernel takes modules only
        """);
  }

  @Test
  void missesTheFilename() {
    assertThat(host.run(new Insmod())).isEqualTo(1);
    assertThat(host.err()).isEqualTo("insmod: ERROR: missing filename.\n");
  }

  @Test
  void missesTheFile() {
    assertThat(host.run(new Insmod(), "nosuch.ko")).isEqualTo(1);
    assertThat(host.err())
        .isEqualTo("insmod: ERROR: could not load module nosuch.ko: No such file or directory\n");
  }

  @Test
  void anEmptyNameIsThatOfNoFile() {
    assertThat(host.run(new Insmod(), "")).isEqualTo(1);
    assertThat(host.err())
        .isEqualTo("insmod: ERROR: could not load module : No such file or directory\n");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "ENOEXEC, Invalid module format",
    "ENOENT, Unknown symbol in module",
    "ESRCH, Module has wrong symbol version",
    "EINVAL, Invalid parameters",
    "EEXIST, File exists",
    "EPERM, Operation not permitted",
  })
  void saysWhyTheKernelRefuses(Errno errno, String reason) {
    machine.kernel().refusesToInsert("dummy", errno);

    int status = host.run(new Insmod(), "dummy.ko");

    assertThat(status).isEqualTo(1);
    assertThat(host.errWithoutNotes())
        .isEqualTo("insmod: ERROR: could not insert module dummy.ko: " + reason + "\n");
  }

  @Test
  void handsTheImageToAKernelThatTakesNoFiles() {
    machine.kernel().refusesToInsert("dummy", Errno.ENOSYS);
    machine.kernel().knowsImage(CONTENT, "dummy");

    int status = host.run(new Insmod(), "dummy.ko");

    assertThat(status).isZero();
    assertThat(machine.kernel().calls()).contains("insert /dummy.ko", "insertImage dummy");
  }

  @Test
  void missesAFileThatNothingCanBeCalled() {
    assertThat(host.run(new Insmod(), "x\0y")).isEqualTo(1);
    assertThat(host.err())
        .isEqualTo("insmod: ERROR: could not load module x\0y: No such file or directory\n");
  }
}
