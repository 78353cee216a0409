package org.moduletools.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.moduletools.kernel.FakeMachine;

class JsonOutputTest {

  private final FakeMachine machine = new FakeMachine();
  private final TestHost host =
      new TestHost(Jimfs.newFileSystem(Configuration.unix()).getPath("/"), machine);

  /** Prints a JSON document, and then a message. */
  private record Writer(Consumer<JsonOutput> content) implements Program {

    @Override
    public String name() {
      return "writer";
    }

    @Override
    public int run(List<String> arguments, Host host) {
      try (JsonOutput json = new JsonOutput(host)) {
        content.accept(json);
      }
      return 0;
    }
  }

  private String written(Consumer<JsonOutput> content) {
    host.run(new Writer(content));
    return new String(host.out().getBytes(ISO_8859_1), UTF_8);
  }

  @Test
  void writesOneObjectInTheOrderOfItsTelling() {
    String text = written(json -> {
      json.member("z", "text");
      json.member("a", 12L);
      json.member("b", true);
      json.member("names", List.of("x", "y"));
      json.beginList("list");
      json.beginObject();
      json.endObject();
      json.endList();
      json.beginObject("object");
      json.member("none", List.of());
      json.endObject();
    });

    assertThat(text).isEqualTo("""
        {
          "z": "text",
          "a": 12,
          "b": true,
          "names": [
            "x",
            "y"
          ],
          "list": [
            {}
          ],
          "object": {
            "none": []
          }
        }
        """);
  }

  @Test
  void escapesWhatMustNotStandInText() {
    assertThat(written(json -> json.member("a\"b", "\\\n\u0000\u007f<>'")))
        .isEqualTo("{\n  \"a\\\"b\": \"\\\\\\n\\u0000\u007f<>'\"\n}\n");
  }

  @Test
  void readsBytesAsUtf8IfTheyAre() {
    assertThat(written(json -> json.member("a", "Jos\u00c3\u00a9")))
        .isEqualTo("{\n  \"a\": \"Jos\u00e9\"\n}\n");
  }

  @Test
  void readsBytesAsLatin1IfTheyAreNotUtf8() {
    assertThat(written(json -> json.member("a", "Jos\u00e9")))
        .isEqualTo("{\n  \"a\": \"Jos\u00e9\"\n}\n");
  }

  @Test
  void keepsTextThatIsNoBytes() {
    assertThat(written(json -> json.member("a", "\u20ac")))
        .isEqualTo("{\n  \"a\": \"\u20ac\"\n}\n");
  }

  @Test
  void escapesByJsonWhatATerminalMayObey() {
    machine.isAtTerminal();
    host.with("LANG", "C.UTF-8");

    assertThat(written(json -> json.member("a", "\u001b\u007f\u00c2\u0085\u009bJos\u00e9")))
        .isEqualTo("{\n  \"a\": \"\\u001b\\u007f\u00c2\\u0085\\u009bJos\u00e9\"\n}\n");
  }

  @Test
  void writesAsciiToATerminalThatMayTakeTheRestForAnything() {
    machine.isAtTerminal();
    host.with("LC_ALL", "C");

    assertThat(written(json -> json.member("k\u00c3\u00a9y", "\u20ac\ud83d\ude00\u001b")))
        .isEqualTo("{\n  \"k\\u00e9y\": \"\\u20ac\\ud83d\\ude00\\u001b\"\n}\n");
  }
}
