package org.moduletools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moduletools.files.OwnedFiles;
import org.moduletools.kernel.FakeMachine;

class ConfigMessagesTest {

  private static final int ROOTS_FILE = 0100644;
  private static final int ANYBODYS_FILE = 0100666;

  private final Path root = Jimfs.newFileSystem(Configuration.unix()).getPath("/");
  private final FakeMachine machine = new FakeMachine();
  private final TestHost host = new TestHost(root, machine);
  private final OwnedFiles files = new OwnedFiles();

  /** A program that reports the places /a, /b and again /b, and with {@code -q} is quiet. */
  private static final class Teller implements Program {

    @Override
    public String name() {
      return "teller";
    }

    @Override
    public int run(List<String> arguments, Host host) {
      Messages messages = Messages.of(name(), host, false, Severity.WARNING);
      if (arguments.contains("-q")) {
        messages.silence();
      }
      Path b = host.path("/b");
      new ConfigMessages(host, messages).reportOpenPlaces(List.of(host.path("/a"), b, b));
      return 0;
    }
  }

  @BeforeEach
  void letAnybodyWriteToB() {
    machine.asks(files.with("/a", 0, 0, ROOTS_FILE).with("/b", 0, 0, ANYBODYS_FILE));
  }

  private void processOf(int user, String userMap) throws IOException {
    files.with("/proc/self", user, user, 0040555);
    Files.createDirectories(root.resolve("proc/self"));
    Files.writeString(root.resolve("proc/self/uid_map"), userMap);
  }

  @Test
  void warnsRootOnceOfEachPlaceThatOthersMayWriteTo() throws IOException {
    processOf(0, "         0          0 4294967295\n");

    host.run(new Teller());

    assertThat(host.err()).isEqualTo("teller: WARNING: /b can be written to by others than root\n");
  }

  @Test
  void warnsRootOfAKernelWithoutUserNamespaces() {
    files.with("/proc/self", 0, 0, 0040555);

    host.run(new Teller());

    assertThat(host.err()).isEqualTo("teller: WARNING: /b can be written to by others than root\n");
  }

  @Test
  void warnsNobodyElse() throws IOException {
    processOf(1000, "         0          0 4294967295\n");

    host.run(new Teller());

    assertThat(host.err()).isEmpty();
  }

  @Test
  void doesNotWarnRootOfAUserNamespaceWhereNothingIsRoots() throws IOException {
    processOf(0, "         0       1000          1\n");
    files.with("/a", 65534, 65534, ROOTS_FILE);

    host.run(new Teller());

    assertThat(host.err()).isEmpty();
  }

  @Test
  void saysNothingWhereMessagesAreNotWanted() throws IOException {
    processOf(0, "         0          0 4294967295\n");

    host.run(new Teller(), "-q");

    assertThat(host.err()).isEmpty();
  }

  @Test
  void saysNothingWhereNobodyTellsWhoRunsIt() {
    host.run(new Teller());

    assertThat(host.err()).isEmpty();
  }
}
