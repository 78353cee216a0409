package org.moduletools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.moduletools.kernel.FakeMachine;
import picocli.CommandLine;

class LockOptionTest {

  private final TestHost host =
      new TestHost(Jimfs.newFileSystem(Configuration.unix()).getPath("/"), new FakeMachine());

  @Test
  void waitsHalfAMinuteIfNobodySays() {
    host.run(new Waiting());

    assertThat(host.out()).isEqualTo("PT30S");
  }

  @Test
  void waitsAsLongAsTheEnvironmentSays() {
    host.with("MODULE_TOOLS_LOCK_TIMEOUT", "0").run(new Waiting());

    assertThat(host.out()).isEqualTo("PT0S");
  }

  @Test
  void believesTheUserBeforeTheEnvironment() {
    host.with("MODULE_TOOLS_LOCK_TIMEOUT", "7").run(new Waiting(), "--lock-timeout=1.5");

    assertThat(host.out()).isEqualTo("PT1.5S");
  }

  @Test
  void warnsOfAnEnvironmentThatSaysNoNumber() {
    host.with("MODULE_TOOLS_LOCK_TIMEOUT", "-1").run(new Waiting());

    assertThat(host.out()).isEqualTo("PT30S");
    assertThat(host.err())
        .isEqualTo("waiting: WARNING: MODULE_TOOLS_LOCK_TIMEOUT: '-1' is no number of seconds;"
            + " waiting for 30 at most\n");
  }

  /** Prints how long it would wait. */
  private static final class Waiting implements Program {

    @Override
    public String name() {
      return "waiting";
    }

    @Override
    public int run(List<String> arguments, Host host) {
      LockOption option = new LockOption();
      new CommandLine(option).parseArgs(arguments.toArray(String[]::new));
      Messages messages = Messages.of(name(), host, false, Severity.WARNING);
      host.out().print(option.timeout(host, messages));
      return 0;
    }
  }
}
