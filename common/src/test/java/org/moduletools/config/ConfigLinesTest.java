package org.moduletools.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.moduletools.config.ConfigFile.Origin;

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
  void joinsAndCleansLines(String name, String content, List<String> expected) throws IOException {
    ConfigFile file = new ConfigFile(tree.path("a.conf"), Origin.NAMED);

    List<ConfigLine> lines = ConfigLines.parse(file, content.getBytes(ISO_8859_1));

    assertThat(lines).extracting(line -> line.number() + ":" + line.text()).isEqualTo(expected);
  }

  @Test
  void readsTheFilesInTheirOrder() {
    tree.file("d/b.conf", "three").file("d/a.conf", "one", "two");

    ConfigLines lines = read("d");

    assertThat(lines.lines()).extracting(ConfigLine::text).containsExactly("one", "two", "three");
  }

  @Test
  void isFatalIfANamedPlaceIsNotThere() {
    ConfigLines lines = read("nope");

    assertThat(lines.lines()).isEmpty();
    assertThat(lines.problems())
        .containsExactly(
            ConfigProblem.fatal("Failed to open config file /nope: No such file or directory"));
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

    ConfigLines lines = ConfigLines.read(ConfigFiles.named(tree.paths("d"), beside), "modprobe.d");

    assertThat(lines.problems()).isEmpty();
  }

  @Test
  void saysThatAFileOfADirectoryDoesNotCount() {
    tree.bytes("d/a.conf", "x".repeat(ConfigLines.MAX_SIZE_BYTES + 1)).file("d/b.conf", "one");

    ConfigLines lines = read("d");

    assertThat(lines.lines()).extracting(ConfigLine::text).containsExactly("one");
    assertThat(lines.problems())
        .containsExactly(
            ConfigProblem.error("Failed to open config file /d/a.conf: longer than 4194304 bytes"));
  }

  @Test
  void readsAFileOfTheGreatestSize() {
    tree.bytes("a.conf", "x".repeat(ConfigLines.MAX_SIZE_BYTES - 1) + "\n");

    assertThat(read("a.conf").lines()).hasSize(1);
  }

  @Test
  void refusesAFileBeyondThatSize() {
    tree.bytes("a.conf", "x".repeat(ConfigLines.MAX_SIZE_BYTES + 1));

    assertThat(read("a.conf").problems())
        .containsExactly(
            ConfigProblem.fatal("Failed to open config file /a.conf: longer than 4194304 bytes"));
  }

  @Test
  void refusesAFileOfTooManyLines() {
    tree.bytes("a.conf", "#\n" + "a\n".repeat(ConfigLines.MAX_LINES))
        .bytes("b.conf", "a\n".repeat(ConfigLines.MAX_LINES + 1));

    assertThat(read("a.conf").lines()).hasSize(ConfigLines.MAX_LINES);
    assertThat(read("b.conf").problems())
        .containsExactly(
            ConfigProblem.fatal("Failed to open config file /b.conf: more than 200000 lines"));
  }

  private ConfigLines read(String place) {
    return ConfigLines.read(ConfigFiles.named(tree.paths(place), List.of()), "modprobe.d");
  }
}
