package org.moduletools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moduletools.cli.StyledOutput.Style;
import org.moduletools.kernel.FakeMachine;

class StyledOutputTest {

  private final FakeMachine machine = new FakeMachine();
  private final TestHost host =
      new TestHost(Jimfs.newFileSystem(Configuration.unix()).getPath("/"), machine);

  /** Prints a word in each of three styles, then how wide the output is. */
  private static final Program SHOW = new Program() {
    @Override
    public String name() {
      return "show";
    }

    @Override
    public int run(List<String> arguments, Host host) {
      StyledOutput out = new StyledOutput(host);
      out.print(Style.PLAIN, "a");
      out.print(Style.BAD, "b\033c");
      out.print(Style.STRONG, "d");
      out.print(Style.PLAIN, "e " + out.width());
      return 0;
    }
  };

  @Test
  void coloursATerminalAndShowsItsControlCharactersAsText() {
    machine.isAtTerminal();
    host.with("TERM", "xterm");

    host.run(SHOW);

    assertThat(host.out()).isEqualTo("a\033[31mb\\033c\033[0m\033[1md\033[0me 80");
  }

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource({"NO_COLOR, 1", "NO_COLOR, 0", "TERM, dumb"})
  void hasNoColoursForWhoWantsOrHasNone(String variable, String value) {
    machine.isAtTerminal();
    host.with("TERM", "xterm").with(variable, value);

    host.run(SHOW);

    assertThat(host.out()).isEqualTo("ab\033cde 80");
  }

  @Test
  void takesAnEmptyVariableForNone() {
    machine.isAtTerminal();
    host.with("TERM", "xterm").with("NO_COLOR", "");

    host.run(SHOW);

    assertThat(host.out()).contains("\033[31m");
  }

  @Test
  void isBareAndAsWideAsCanBeWhereNobodyReadsIt() {
    host.with("TERM", "xterm").with("COLUMNS", "50");

    host.run(SHOW);

    assertThat(host.out()).isEqualTo("ab\033cde " + Integer.MAX_VALUE);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"50, 50", "200, 200", "0, 80", "wide, 80", "-1, 80"})
  void isAsWideAsTheTerminalSays(String columns, String width) {
    machine.isAtTerminal();
    host.with("COLUMNS", columns);

    host.run(SHOW);

    assertThat(host.out()).endsWith("e " + width);
  }
}
