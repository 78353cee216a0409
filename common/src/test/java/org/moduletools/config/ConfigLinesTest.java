package org.moduletools.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moduletools.config.ConfigFile.Origin;
import org.moduletools.config.ConfigProblem.Level;

class ConfigLinesTest {

  private final ConfigTree tree = new ConfigTree();

  static Stream<Arguments> contents() {
    return Stream.of(
        arguments("nothing", "", List.of()),
        arguments("one line", "a b\n", List.of("1:a b")),
        arguments("no line end at the end", "a\nb", List.of("1:a", "2:b")),
        arguments("blank lines", "\n \t\na\n\n", List.of("3:a")),
        arguments("comment", "# x\na # y\n", List.of("2:a # y")),
        arguments("indented comment", " \t# x\na\n", List.of("2:a")),
        arguments("continued comment", "# x\\\ny\na\n", List.of("3:a")),
        arguments("escaped comment sign", "\\# x\n", List.of()),
        arguments("continuation", "a\\\nb \\\n c\nd\n", List.of("3:ab  c", "4:d")),
        arguments("continuation into the end", "a\\\n", List.of("2:a")),
        arguments("escapes", "a\\b\\\\c\\#\\\"\\ \n", List.of("1:ab\\c#\" ")),
        arguments("backslash at the end", "a\\", List.of("1:a")),
        arguments("carriage return is data", "a\r\n", List.of("1:a\r")),
        arguments("escaped carriage return", "a\\\r\nb\n", List.of("1:a\r", "2:b")),
        arguments("a NUL ends the text", "a\0b\\\nc\nd\n", List.of("2:a", "3:d")),
        arguments("a NUL at the beginning", "\0a\nb\n", List.of("2:b")),
        arguments("bytes", "a\u00ff\u0080\u00e4\n", List.of("1:a\u00ff\u0080\u00e4")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("contents")
  void joinsAndCleansLines(String name, String content, List<String> expected) {
    ConfigFile file = new ConfigFile(ConfigPlace.of(tree.path("a.conf")), Origin.NAMED);

    List<ConfigLine> lines = ConfigText.parse(file, content.getBytes(ISO_8859_1));

    assertThat(lines).extracting(line -> line.number() + ":" + line.text()).isEqualTo(expected);
  }

  @Test
  void readsTheFilesInTheirOrder() {
    tree.file("d/b.conf", "three").file("d/a.conf", "one", "two");

    ConfigLines lines = read("d");

    assertThat(lines.lines()).extracting(ConfigLine::text).containsExactly("one", "two", "three");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"nope", "file/nope"})
  void aNamedPlaceThatIsNotThereIsAsIfEmpty(String place) {
    tree.file("file");

    ConfigLines lines = read(place);

    assertThat(lines.lines()).isEmpty();
    assertThat(lines.problems()).extracting(ConfigProblem::level).containsExactly(Level.NOTICE);
    assertThat(lines.problems().get(0).text())
        .startsWith("Failed to open config file /" + place + ": N");
  }

  @Test
  void anEmptyNameNamesNothing() {
    tree.file("a.conf", "one");
    ConfigPlace nothing = new ConfigPlace(tree.path(""), "");

    ConfigLines lines =
        ConfigLines.read(ConfigFiles.named(List.of(nothing), List.of()), "modprobe.d");

    assertThat(lines.lines()).isEmpty();
    assertThat(lines.problems()).extracting(ConfigProblem::level).containsExactly(Level.NOTICE);
  }

  @Test
  void messagesNameAPlaceAsItWasTyped() {
    tree.file("work/d/a.conf", "include b", "include no")
        .file("work/d/b", "b")
        .directory("work/d/c.conf");
    ConfigPlace typed = new ConfigPlace(tree.path("work/d"), "./d");

    ConfigLines lines =
        ConfigLines.read(ConfigFiles.named(List.of(typed), List.of()), "modprobe.d");

    assertThat(lines.lines()).extracting(line -> line.file().place() + "").containsExactly("./d/b");
    assertThat(lines.problems())
        .extracting(ConfigProblem::text)
        .contains(
            "Directories inside directories are not supported: ./d/c.conf",
            "Failed to open included config file ./d/no: No such file or directory");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "blacklist a\r\nblacklist b\r\n",
        "# comment\r\n",
        "blacklist a\rblacklist b\r",
        "# comment\rblacklist b",
        "blacklist a\nblacklist b\r"
      })
  void warnsOnceOfCarriageReturns(String content) {
    tree.bytes("d/a.conf", content).file("d/b.conf", "one");

    assertThat(read("d").problems())
        .containsExactly(
            ConfigProblem.warning("/d/a.conf has carriage returns (CR) at line ends, which count as"
                + " a part of its lines; remove them, for instance with dos2unix"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"\u00ef\u00bb\u00bfa\n", "\u00fe\u00ff\0a", "\u00ff\u00fea\0"})
  void warnsOfAByteOrderMark(String content) {
    tree.bytes("a.conf", content);

    assertThat(read("a.conf").problems())
        .containsExactly(
            ConfigProblem.warning("/a.conf begins with a byte order mark, which counts as a part of"
                + " its first line; save it as UTF-8 without one"));
  }

  @Test
  void saysNothingOfStrangeBytesInWhatDepmodWrote() {
    tree.bytes("m/modules.softdep", "\u00ef\u00bb\u00bfsoftdep a pre: b\r\n");
    ConfigFiles files = ConfigFiles.named(List.of(), tree.paths("m/modules.softdep"));

    assertThat(ConfigLines.read(files, "modprobe.d").problems()).isEmpty();
  }

  @Test
  void namesAFileBesideTheModulesThatAPowerCutLeft() {
    tree.file("m/modules.softdep").file("m/modules.weakdep", "# nothing");

    ConfigLines lines = ConfigLines.read(
        ConfigFiles.named(List.of(), tree.paths("m/modules.softdep", "m/modules.weakdep")),
        "modprobe.d");

    assertThat(lines.problems())
        .containsExactly(
            ConfigProblem.error("/m/modules.softdep is damaged: it is empty; run depmod"));
  }

  @Test
  void saysNothingOfFilesThatDepmodDidNotWrite() {
    tree.directory("d");
    List<Path> beside = tree.paths("m/modules.softdep", "m/modules.weakdep");

    ConfigLines lines = ConfigLines.read(ConfigFiles.named(tree.places("d"), beside), "modprobe.d");

    assertThat(lines.problems()).isEmpty();
  }

  @Test
  void readsAFileOfAnyLength() {
    tree.bytes("a.conf", "#\n" + "alias a b\n".repeat(1_000_000));

    ConfigLines lines = read("a.conf");

    assertThat(lines.lines()).hasSize(1_000_000);
    assertThat(lines.problems()).isEmpty();
  }

  @Test
  void refusesWhatNeverEnds() throws IOException {
    tree.bytes("a.conf", "x".repeat(9));
    ConfigFile file = new ConfigFile(ConfigPlace.of(tree.path("a.conf")), Origin.NAMED);

    assertThat(ConfigLines.read(file, 9)).hasSize(9);
    assertThatThrownBy(() -> ConfigLines.read(file, 8)).hasMessage("longer than 8 bytes");
  }

  private ConfigLines read(String place) {
    return ConfigLines.read(ConfigFiles.named(tree.places(place), List.of()), "modprobe.d");
  }
}
