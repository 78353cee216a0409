package org.moduletools.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moduletools.cli.TestHost;
import org.moduletools.kernel.FakeMachine;

final class ModuleToolsTest {

  private final TestHost host =
      new TestHost(Jimfs.newFileSystem(Configuration.unix()).getPath("/"), new FakeMachine());

  @Test
  void namesWhatItDoesNotKnow() {
    int status = host.run(new ModuleTools(Programs::named), "frobnicate", "-v");

    assertThat(status).isEqualTo(1);
    assertThat(host.err())
        .startsWith("module-tools: ERROR: unknown program 'frobnicate'\nUsage: module-tools ");
  }

  @Test
  void wantsToKnowWhatToRun() {
    int status = host.run(new ModuleTools(Programs::named));

    assertThat(status).isEqualTo(1);
    assertThat(host.err()).startsWith("module-tools: ERROR: missing program\nUsage: module-tools ");
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("org.moduletools.dist.Programs#NAMES")
  void runsTheProgramThatTheFirstArgumentNames(String name) {
    int status = host.run(new ModuleTools(Programs::named), name, "--frobnicate");

    assertThat(status).isEqualTo(1);
    assertThat(host.err()).startsWith(name + ": ");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "--version -v",
        "-V --verbose",
        "modprobe -V -v",
        "insmod -v --version",
        "rmmod -vV",
        "depmod --version --verbose",
        "lsmod -V -v"
      })
  void printsTheJavaThatItRunsOnWithAVerboseVersion(String arguments) {
    int status = host.run(new ModuleTools(Programs::named), arguments.split(" "));

    assertThat(status).isZero();
    assertThat(host.out())
        .endsWith("\n+ZSTD +XZ +ZLIB\nruns on OpenJDK " + Runtime.version() + "\n");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"-h", "--help"})
  void listsTheProgramsAsHelp(String option) {
    int status = host.run(new ModuleTools(Programs::named), option);

    assertThat(status).isZero();
    assertThat(host.out()).startsWith("Usage: module-tools PROGRAM [ARGUMENT...]\n");
  }
}
