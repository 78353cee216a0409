package org.moduletools.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class GetoptTest {

  /**
   * The options -a/--all, -v/--verbose, -C/--config VALUE, --show-config, --show-depends, and the
   * own one --concise.
   */
  private static final CommandSpec SPEC = CommandSpec.create()
      .addOption(OptionSpec.builder("-a", "--all").build())
      .addOption(OptionSpec.builder("-v", "--verbose").build())
      .addOption(OptionSpec.builder("-C", "--config").arity("1").build())
      .addOption(OptionSpec.builder("-c", "--show-config", "--showconfig").build())
      .addOption(OptionSpec.builder("-D", "--show-depends").build())
      .addOption(OptionSpec.builder("--concise").descriptionKey(Options.OWN).build());

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "name -v key=1, -v -- name key=1",
    "-va name, -v -a -- name",
    "-vCpath name, -v --config=path -- name",
    "-C path name, --config=path -- name",
    "-C -v name, --config=-v -- name",
    "--config path, --config=path --",
    "--config=path, --config=path --",
    "--config=, --config= --",
    "--con=a=b, --config=a=b --",
    "--conc, --concise --",
    "--verb, --verbose --",
    "--show-c, --show-config --",
    "--showc, --showconfig --",
    "-v -- -a --all, -v -- -a --all",
    "- name, -- - name",
  })
  void readsAsGetoptLongDoes(String typed, String rewritten) throws UsageException {
    assertThat(rewrite(typed)).isEqualTo(List.of(rewritten.split(" ")));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "-x | modprobe: invalid option -- 'x'",
        "-vx | modprobe: invalid option -- 'x'",
        "-C | modprobe: option requires an argument -- 'C'",
        "--config | modprobe: option '--config' requires an argument",
        "--conf | modprobe: option '--config' requires an argument",
        "--all=1 | modprobe: option '--all' doesn't allow an argument",
        "--bogus=1 | modprobe: unrecognized option '--bogus=1'",
        "--show-=x | modprobe: option '--show-=x' is ambiguous; possibilities: '--show-config' '--show-depends'",
      })
  void refusesInTheWordsOfGlibc(String typed, String message) {
    assertThatThrownBy(() -> rewrite(typed)).isInstanceOf(UsageException.class).hasMessage(message);
  }

  @Test
  void stopsAtTheFirstOperandIfItMustNotPermute() throws UsageException {
    Getopt typed = Getopt.read("modprobe", SPEC, List.of("-v", "name", "-a"), false);

    assertThat(typed.options()).containsExactly("-v");
    assertThat(typed.operands()).containsExactly("name", "-a");
  }

  /** Returns the options, then {@code --}, then the operands. */
  private static List<String> rewrite(String typed) throws UsageException {
    Getopt read = Getopt.read("modprobe", SPEC, List.of(typed.split(" ")), true);
    List<String> words = new ArrayList<>(read.options());
    words.add("--");
    words.addAll(read.operands());
    return words;
  }
}
