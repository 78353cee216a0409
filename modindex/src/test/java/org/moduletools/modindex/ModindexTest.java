package org.moduletools.modindex;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moduletools.cli.TestHost;
import org.moduletools.kernel.FakeMachine;

class ModindexTest {

  private final Path root = Jimfs.newFileSystem(Configuration.unix()).getPath("/");
  private final TestHost host = new TestHost(root, new FakeMachine());

  private int make(String lines) {
    return host.withInput(lines.getBytes(ISO_8859_1)).run(new Modindex(), "-o", "x.bin");
  }

  private int run(String... arguments) {
    return host.run(new Modindex(), arguments);
  }

  @Test
  void makesTheFileThatDepmodWouldMake() throws IOException {
    assertThat(make("a b c\na d")).isZero();

    assertThat(HexFormat.of().formatHex(Files.readAllBytes(root.resolve("x.bin"))))
        .isEqualTo(
            "b007f457" // magic
                + "00020001" // version
                + "2000000c" // the root, with children
                + "6161" // a to a
                + "40000012" // a: values
                + "00000002" // two values
                + "00000001" // priority: the first line
                + "62206300" // b c
                + "00000002"
                + "6400"); // d
    assertThat(entries()).containsExactly("/x.bin");
  }

  @Test
  void printsAllSortedByKeyInTheFormThatMakesItAgain() {
    make("b two words\n\nab 1\na\tx\nab 2\nlone\n");

    assertThat(run("-d", "x.bin")).isZero();
    assertThat(host.out()).isEqualTo("a x\nab 1\nab 2\nb two words\nlone \n");
  }

  @Test
  void printsTheFirstValueOfAKey() {
    make("pci:v1* one\npci:v1* two\n");

    assertThat(run("-s", "pci:v1*", "x.bin")).isZero();
    assertThat(host.out()).isEqualTo("one\n");
  }

  @Test
  void printsTheValuesOfAllKeysThatMatchAName() {
    make("pci:v* any\npci:v1* one\npci:v2* two\n");

    assertThat(run("--searchwild", "pci:v1d2", "x.bin")).isZero();
    assertThat(host.out()).isEqualTo("any\none\n");
  }

  /** Where module-init-tools prints "Not found." and returns 0. */
  @Test
  void failsSilentlyIfNothingIsFound() {
    make("a b\n");

    assertThat(run("-s", "b", "x.bin")).isEqualTo(1);
    assertThat(run("-w", "b", "x.bin")).isEqualTo(1);
    assertThat(host.out() + host.err()).isEmpty();
  }

  @Test
  void namesAFileThatAPowerCutLeft() throws IOException {
    Files.createFile(root.resolve("empty.bin"));
    Files.write(root.resolve("cut.bin"), new byte[] {'x', 'y'});

    assertThat(run("-d", "empty.bin")).isEqualTo(1);
    assertThat(run("-s", "a", "cut.bin")).isEqualTo(1);
    assertThat(host.out()).isEmpty();
    assertThat(host.err()).isEqualTo("""
        modindex: FATAL: could not read empty.bin: it is empty
        modindex: FATAL: could not read cut.bin: index ends early: offset=2
        """);
  }

  @Test
  void takesAnEmptyFileThatDepmodLeavesForAnEmptyIndex() throws IOException {
    Files.createFile(root.resolve("modules.builtin.bin"));

    assertThat(run("-d", "modules.builtin.bin")).isZero();
    assertThat(run("-s", "a", "modules.builtin.bin")).isEqualTo(1);
    assertThat(host.out() + host.err()).isEmpty();
  }

  @Test
  void namesAnIndexThatIsMissing() {
    assertThat(run("-d", "x.bin")).isEqualTo(1);
    assertThat(host.err())
        .isEqualTo("modindex: FATAL: could not open x.bin: No such file or directory\n");
  }

  @Test
  void namesAFileThatIsNoIndex() throws IOException {
    Files.writeString(root.resolve("x.bin"), "This is a text and no index.");

    assertThat(run("-d", "x.bin")).isEqualTo(1);
    assertThat(host.err()).startsWith("modindex: FATAL: could not read x.bin: ");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"k\u00e9y v", "key v\u00e9", "key a\0b"})
  void namesALineThatAnIndexCannotHoldAndKeepsTheFormerOne(String line) {
    make("a b\n");

    assertThat(make("c d\n" + line + "\n")).isEqualTo(1);
    assertThat(host.err())
        .isEqualTo("modindex: FATAL: line 2: only 7-bit ASCII is supported: "
            + line.replace('\0', '?') + "\n");
    run("-d", "x.bin");
    assertThat(host.out()).isEqualTo("a b\n");
  }

  @Test
  void refusesMoreThanAnyIndexHas() {
    assertThat(make("x".repeat(IndexMaker.MAX_BYTES + 1))).isEqualTo(1);
    assertThat(host.err())
        .isEqualTo("modindex: FATAL: more than 16777216 bytes on standard input\n");
  }

  @Test
  void namesAFileThatCannotBeWrittenAndLeavesNothingBehind() throws IOException {
    host.withInput("a b\n".getBytes(ISO_8859_1));

    assertThat(run("-o", "nowhere/x.bin")).isEqualTo(1);
    assertThat(host.err())
        .isEqualTo("modindex: FATAL: could not write nowhere/x.bin: No such file or directory\n");
    assertThat(entries()).isEmpty();
  }

  @ParameterizedTest(name = "modindex {0}")
  @ValueSource(strings = {"", "-d", "x.bin", "-d x.bin y.bin", "-d -s a x.bin", "-o x.bin y.bin"})
  void wantsOneThingToDoAndOneIndex(String line) {
    String[] arguments =
        Stream.of(line.split(" ")).filter(word -> !word.isEmpty()).toArray(String[]::new);

    assertThat(run(arguments)).isEqualTo(1);
    assertThat(host.err())
        .isEqualTo("modindex: ERROR: give one of -o, -d, -s and -w, and one index. See -h.\n");
  }

  private List<String> entries() throws IOException {
    try (Stream<Path> entries = Files.list(root)) {
      return entries.filter(Files::isRegularFile).map(Path::toString).toList();
    }
  }
}
