package org.moduletools.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class JsonOutputTest {

  private static String written(Consumer<JsonOutput> content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonOutput json = new JsonOutput(new PrintStream(out, false, ISO_8859_1))) {
      content.accept(json);
    }
    return out.toString(UTF_8);
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
}
