package org.moduletools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.moduletools.kernel.FakeMachine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

class OptionsTest {

  private final TestHost host =
      new TestHost(Jimfs.newFileSystem(Configuration.unix()).getPath("/"), new FakeMachine());
  private final Echo echo = new Echo();

  @Test
  void forgetsWhatAnEarlierCommandLineSaid() {
    host.run(echo, "-v", "--name=a", "one", "two");
    host.run(echo, "three");

    assertThat(host.out()).isEqualTo("1 a [one, two]\n0 null [three]\n");
  }

  @Test
  void takesTwoHyphensAsTheValueOfAnOption() {
    host.run(echo, "--name", "--", "one");
    host.run(echo, "--name=--", "one");

    assertThat(host.out()).isEqualTo("0 -- [one]\n0 -- [one]\n");
  }

  @Test
  void readsOnAfterWrongUsage() {
    assertThat(host.run(echo, "--nosuch")).isEqualTo(1);
    assertThat(host.run(echo, "one")).isZero();

    assertThat(host.out()).isEqualTo("0 null [one]\n");
  }

  @Test
  void printsKmodsVersionAlone() {
    assertThat(host.run(echo, "-V", "one")).isZero();

    assertThat(host.out()).startsWith("kmod version ").endsWith("\n+ZSTD +XZ +ZLIB\n");
  }

  @Test
  void answersBeforeItReadsWhatIsWrong() {
    assertThat(host.run(echo, "-Vx")).isZero();
    assertThat(host.run(echo, "--version", "--nosuch")).isZero();
    assertThat(host.run(echo, "-h", "--name")).isZero();
    assertThat(host.err()).isEmpty();

    assertThat(host.run(echo, "--nosuch", "--version")).isEqualTo(1);
    assertThat(host.err()).isEqualTo("echo: unrecognized option '--nosuch'\n");
  }

  @Test
  void printsTheJavaThatItRunsOnWithAVerboseVersion() {
    String java = "runs on OpenJDK " + Runtime.version() + "\n";

    assertThat(host.run(echo, "-V", "-v")).isZero();
    assertThat(host.out()).endsWith("\n+ZSTD +XZ +ZLIB\n" + java);

    assertThat(host.run(echo, "--verbose", "--version")).isZero();
    assertThat(host.out()).endsWith("\n+ZSTD +XZ +ZLIB\n" + java);
  }

  /** Options of each kind. */
  @Command
  private static final class Values {

    @Mixin
    private final StandardOptions standard = new StandardOptions();

    @Option(names = {"-v", "--verbose"})
    private boolean[] verbose = {};

    @Option(names = "--name")
    private @Nullable String name;
  }

  /** Prints what it has read. */
  private static final class Echo implements Program {

    private final Options<Values> commandLine =
        new Options<>("echo", new Values(), values -> values.standard);

    @Override
    public String name() {
      return "echo";
    }

    @Override
    public int run(List<String> arguments, Host host) {
      OptionalInt ended = commandLine.read(arguments, host);
      if (ended.isPresent()) {
        return ended.getAsInt();
      }
      Values values = commandLine.values();
      host.out()
          .printf(
              Locale.ROOT,
              "%d %s %s%n",
              values.verbose.length,
              values.name,
              values.standard.operands());
      return 0;
    }
  }
}
