package org.moduletools.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moduletools.kernel.KernelException;

class LinuxTest {

  private final FakeLibC libc = new FakeLibC();
  private final Linux linux = new Linux(Path.of("/no/such/root"), libc, "amd64");

  @Test
  void setsTheEnvironmentOfACommand() throws KernelException {
    linux.run("exit 0", Map.of("MODPROBE_MODULE", "dummy"));

    assertThat(libc.calls)
        .containsExactly("setenv(\"MODPROBE_MODULE\", \"dummy\")", "system(\"exit 0\")");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"0, 0", "0x0300, 3", "0xff00, 255", "9, 137", "0x8b, 139"})
  void readsTheStatusAsAShellWould(String status, int code) throws KernelException {
    libc.systemStatus = Integer.decode(status);

    assertThat(linux.run("x", Map.of())).isEqualTo(code);
  }

  @Test
  void saysThatNoProcessCouldBeStarted() {
    libc.fails("system", 12);

    assertThatThrownBy(() -> linux.run("x", Map.of()))
        .isInstanceOf(KernelException.class)
        .hasMessage("Cannot allocate memory");
  }

  @Test
  void logsAsADaemonDoes() {
    linux.openLog("modprobe");
    linux.log(3, "ERROR: 100%s");

    assertThat(libc.calls)
        .containsExactly("openlog(\"modprobe\", 2, 24)", "syslog(3, \"ERROR: 100%s\")");
  }

  @Test
  void asksWhetherADescriptorIsATerminal() {
    libc.terminals.add(2);

    assertThat(linux.isTerminal(1)).isFalse();
    assertThat(linux.isTerminal(2)).isTrue();
  }

  @Test
  void asksTheKernelForTheFileSystemThatMountsDoNotTell() {
    libc.fileSystemType = 0xef53;

    assertThat(linux.files().isLocal(Path.of("/no/such"))).isTrue();
    assertThat(libc.calls).hasSize(1).first().asString().startsWith("statfs(\"/no/such\"");
  }

  @Test
  void readsTheLowerHalfOfAFileSystemTypeOf64BitsThatIsBigEndian() {
    libc.fileSystemType = 0xef53;
    libc.upperHalfFirst = true;

    assertThat(linux.files().isLocal(Path.of("/no/such"))).isTrue();
  }

  @Test
  void trustsNoFileSystemThatTheKernelDoesNotTell() {
    libc.fileSystemType = 0xef53;
    libc.fails("statfs", 2);

    assertThat(linux.files().isLocal(Path.of("/no/such"))).isFalse();
  }

  @Test
  void asksTheKernelForTheUser() {
    assertThat(linux.files().user()).hasValue(65534);
  }
}
