package org.moduletools.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moduletools.cli.TestHost;
import org.moduletools.kernel.FakeMachine;

/** What {@code --help} prints can be read by programs, and by people. */
class HelpTest {

  private static String help(String program, String... arguments) {
    TestHost host =
        new TestHost(Jimfs.newFileSystem(Configuration.unix()).getPath("/"), new FakeMachine());
    assertThat(host.run(Programs.named(program).orElseThrow(), arguments)).isZero();
    return host.out();
  }

  /**
   * The options that bash-completion's _parse_help and __parse_options find: of each line that
   * begins with a dash the first long option, or without one the first.
   */
  private static Set<String> foundByBashCompletion(String help) {
    Set<String> found = new TreeSet<>();
    for (String line : help.lines().toList()) {
      if (!line.stripLeading().startsWith("-")) {
        continue;
      }
      String option = "";
      for (String word : line.replace(" or ", ", ").strip().split("[ \\t,/|]+", -1)) {
        if (word.matches("--[^-].*")) {
          option = word;
          break;
        }
        if (!word.matches("-[^-].*")) {
          break;
        }
        option = option.isEmpty() ? word : option;
      }
      found.add(option.replaceAll("[=<\\[{(.].*", ""));
    }
    return found;
  }

  @ParameterizedTest
  @ValueSource(strings = {"depmod", "modprobe", "insmod", "rmmod", "lsmod", "modinfo", "modindex"})
  void namesEachLongOptionOfTheManualPageInALineOfItsOwn(String program) throws IOException {
    Set<String> described =
        ManualPage.optionsOf(ManualPage.FOLDER.resolve(program + ".8")).keySet().stream()
            .filter(option -> option.startsWith("--"))
            .collect(Collectors.toCollection(TreeSet::new));

    Set<String> found = foundByBashCompletion(help(program, "--help"));
    found.removeIf(option -> !option.startsWith("--")); // modinfo's -v has no other name
    assertThat(found).isEqualTo(described);
  }

  @Test
  void namesThoseOfKmodAndItsCommands() throws IOException {
    Set<String> found = foundByBashCompletion(help("kmod", "--help"));
    found.addAll(foundByBashCompletion(help("kmod", "static-nodes", "--help")));

    assertThat(found)
        .isEqualTo(ManualPage.optionsOf(ManualPage.FOLDER.resolve("kmod.8")).keySet().stream()
            .filter(option -> option.startsWith("--"))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** They are methods, which Java has in another order from one build to the next. */
  @Test
  void listsTheOptionsForOneFieldOfModinfoInTheOrderOfTheManualPage() {
    assertThat(help("modinfo", "--help"))
        .containsSubsequence(
            "\n  -F, ", "\n  -a, ", "\n  -d, ", "\n  -l, ", "\n  -p, ", "\n  -n, ");
  }

  @Test
  void putsThePreferredNameFirst() {
    assertThat(help("modprobe", "--help"))
        .contains("""
              -n, --dry-run            Do all but load or remove; most useful with -v.
                  --show               Same as --dry-run.
            """.indent(0))
        .contains("  -i, --ignore-install     ", "      --ignore-remove      Same as");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"depmod", "modprobe", "insmod", "rmmod", "lsmod", "modinfo", "modindex", "kmod"})
  void fitsATerminal(String program) {
    assertThat(help(program, "--help").lines()).allMatch(line -> line.length() <= 80);
  }
}
