package org.moduletools.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.moduletools.kernel.FakeMachine;

class MessagesTest {

  private final Path root = Jimfs.newFileSystem(Configuration.unix()).getPath("/");
  private final FakeMachine machine = new FakeMachine();
  private final TestHost host = new TestHost(root, machine);

  /** A program that says its only argument. */
  private record Sayer(boolean syslog) implements Program {

    @Override
    public String name() {
      return "sayer";
    }

    @Override
    public int run(List<String> arguments, Host host) {
      Messages.of(name(), host, syslog, Severity.WARNING).error(arguments.get(0));
      return 0;
    }
  }

  @Test
  void saysEachByteOnStandardError() {
    host.run(new Sayer(false), "no \033[1m\nmodule");

    assertThat(host.err()).isEqualTo("sayer: ERROR: no \033[1m\nmodule\n");
  }

  @Test
  void letsNoTextBeginAnotherLineOfTheLog() {
    host.run(new Sayer(true), "no x\nsshd: Accepted\033[1m\u00c2\u009b");

    assertThat(machine.logged())
        .containsExactly("open sayer", "<3> ERROR: no x\\012sshd: Accepted\\033[1m\\302\\233");
    assertThat(host.err()).isEmpty();
  }

  @Test
  void standBelowWhatWasPrintedBefore() {
    ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(new BufferedOutputStream(terminal), false, ISO_8859_1);
    PrintStream err = new PrintStream(terminal, true, ISO_8859_1);
    Host seen =
        new Host(root, root, Map.of(), InputStream.nullInputStream(), out, err, out, err, machine);

    seen.out().print("before\n");
    Messages.of("program", seen, false, Severity.ERROR).error("text");

    assertThat(terminal.toString(ISO_8859_1)).isEqualTo("before\nprogram: ERROR: text\n");
  }
}
