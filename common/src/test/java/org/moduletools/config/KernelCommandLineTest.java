package org.moduletools.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KernelCommandLineTest {

  /** What kmod 34 shows for each, but for the names of modprobe.blacklist. */
  static Stream<Arguments> commandLines() {
    return Stream.of(
        arguments("nothing", "", List.of()),
        arguments("value", "a.b=c", List.of("options a b=c")),
        arguments("TAB in quotes", "a.b=\"c\td\"", List.of("options a b=\"c d\"")),
        arguments("no value", "a.b quiet", List.of("options a b")),
        arguments("empty value", "a.b= c.d", List.of("options a b=", "options c d")),
        arguments("dashes in the module only", "a-b.c-d=e-f", List.of("options a_b c-d=e-f")),
        arguments("dash in brackets", "a-b[-].c-d", List.of("options a_b[-] c-d")),
        arguments("dots in the value", "t.speed=1.5G", List.of("options t speed=1.5G")),
        arguments("more = in the value", "a.b=c.d=e", List.of("options a b=c.d=e")),
        arguments("two dots before =", "a.b.c=d e.f", List.of("options e f")),
        arguments("two dots without =", "a.b.c e.f", List.of("options e f")),
        arguments("= before the dot", "root=/dev/sda.1 =a.b e.f", List.of("options e f")),
        arguments("no dot", "quiet splash nomodule", List.of()),
        arguments(
            "empty parts",
            ".x=y a. a.=v .",
            List.of("options  x=y", "options a ", "options a =v", "options  ")),
        arguments(
            "every blank",
            "a.b=1\tc.d=2\u000Bc.e=3\rc.f=4\nc.g=5\fc.h=6",
            List.of(
                "options a b=1",
                "options c d=2",
                "options c e=3",
                "options c f=4",
                "options c g=5",
                "options c h=6")),
        arguments(
            "line end and several blanks",
            "  a.b=1   c.d=2 \n",
            List.of("options a b=1", "options c d=2")),
        arguments("a NUL ends it", "a.b=1\0c.d=2", List.of("options a b=1")),
        arguments(
            "what is for init counts too", "a.b -- c.d=e", List.of("options a b", "options c d=e")),
        arguments(
            "colons and commas",
            "usbcore.quirks=0781:5580:bk,0a5c:5834:gij",
            List.of("options usbcore quirks=0781:5580:bk,0a5c:5834:gij")),
        arguments(
            "quoted value",
            "psmouse.foobar=\"test 1\" quiet",
            List.of("options psmouse foobar=\"test 1\"")),
        arguments(
            "quotes within the value",
            "a.b=x\"y z\"w\" \" c.d",
            List.of("options a b=x\"y z\"w\" \"", "options c d")),
        arguments(
            "quote moved into the value",
            "\"parport.dyndbg=file x +p\" a.b",
            List.of("options parport dyndbg=\"file x +p\"", "options a b")),
        arguments(
            "quote moved, more behind",
            "\"a.b=x y\"z e.f=1",
            List.of("options a b=\"x y\"z", "options e f=1")),
        arguments(
            "several quoted items",
            "\"a.b=c\" \"d.e=f g\"",
            List.of("options a b=\"c\"", "options d e=\"f g\"")),
        arguments("quoted item without value", "\"a.b\" e.f=2", List.of("options e f=2")),
        arguments("quotes around the parameter", "a.\"b\"=c e.f=1", List.of("options e f=1")),
        arguments("quotes around the module", "\"a\".b=c e.f", List.of("options e f")),
        arguments("two quotes at the beginning", "\"\"a.b=1 e.f", List.of("options e f")),
        arguments(
            "blank in a quoted key",
            "\"x y.z=1 2\" foo\"bar.x=1 e.f=2\" q.r=s",
            List.of("options q r=s")),
        arguments("quote that is not closed", "a.b=1 c.d=\"x e.f=2", List.of("options a b=1")),
        arguments(
            "other quotes are data", "'a.b=c d' e.f", List.of("options 'a b=c", "options e f")),
        arguments(
            "backslashes are data",
            "a\\.b=1 c.d=\\\"e f\\\"",
            List.of("options a\\ b=1", "options c d=\\\"e f\\\"")),
        arguments(
            "blacklist",
            "modprobe.blacklist=a,,b x modprobe.blacklist=c",
            List.of("blacklist a", "blacklist ", "blacklist b", "blacklist c")),
        arguments(
            "blacklist, normalised", "modprobe.blacklist=foo-bar", List.of("blacklist foo_bar")),
        arguments("blacklist of one empty name", "modprobe.blacklist=", List.of("blacklist ")),
        arguments(
            "blacklist without =", "modprobe.blacklist", List.of("options modprobe blacklist")),
        arguments(
            "a parameter like blacklist",
            "modprobe.blacklistx=1",
            List.of("options modprobe blacklistx=1")),
        arguments(
            "another module's blacklist",
            "mod-probe.blacklist=a",
            List.of("options mod_probe blacklist=a")),
        arguments("the kernel's own blacklist", "module_blacklist=a,b", List.of()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("commandLines")
  void takesOptionsAndBlacklist(String name, String text, List<String> expected) {
    KernelCommandLine line = KernelCommandLine.parse(text);

    assertThat(line.rules()).extracting(ModprobeRule::line).isEqualTo(expected);
    assertThat(line.problems()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badNames")
  void saysWhichModuleNameIsBad(String item, String module) {
    KernelCommandLine line = KernelCommandLine.parse(item + " e.f");

    assertThat(line.rules()).extracting(ModprobeRule::line).containsExactly("options e f");
    assertThat(line.problems())
        .containsExactly(ConfigProblem.error(
            "Ignoring bad option on kernel command line while parsing module name: '"
                + module
                + "'"));
  }

  static Stream<Arguments> badNames() {
    return Stream.of(arguments("a[b.c=d", "a[b"), arguments("ab].c", "ab]"));
  }

  @Test
  void isReadFromItsFile() {
    ConfigTree tree = new ConfigTree().bytes("proc/cmdline", "a.b=\u00ff quiet\n");

    KernelCommandLine line = KernelCommandLine.read(tree.path("proc/cmdline"));

    assertThat(line.rules()).extracting(ModprobeRule::line).containsExactly("options a b=\u00ff");
  }

  @Test
  void isNotCutWhereKmodCutsIt() {
    ConfigTree tree = new ConfigTree().bytes("cmdline", "x".repeat(4090) + " a.b=123456789\n");

    KernelCommandLine line = KernelCommandLine.read(tree.path("cmdline"));

    assertThat(line.rules())
        .extracting(ModprobeRule::line)
        .containsExactly("options a b=123456789");
  }

  @Test
  void saysNothingWithoutProc() {
    KernelCommandLine line = KernelCommandLine.read(new ConfigTree().path("proc/cmdline"));

    assertThat(line.rules()).isEmpty();
    assertThat(line.problems()).isEmpty();
  }

  @Test
  void saysSoIfTheLineCannotBeRead() {
    ConfigTree tree = new ConfigTree().directory("proc/cmdline");

    KernelCommandLine line = KernelCommandLine.read(tree.path("proc/cmdline"));

    assertThat(line.rules()).isEmpty();
    assertThat(line.problems()).hasSize(1);
    assertThat(line.problems().get(0).level()).isEqualTo(ConfigProblem.Level.ERROR);
    assertThat(line.problems().get(0).text()).startsWith("could not read from '/proc/cmdline': ");
  }
}
