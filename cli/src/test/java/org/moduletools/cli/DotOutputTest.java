package org.moduletools.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class DotOutputTest {

  @Test
  void quotesNames() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DotOutput dot = new DotOutput(new PrintStream(out, false, ISO_8859_1))) {
      dot.node("a\"b\\");
      dot.edge("x", "y", "style=dashed", "label=pre");
    }

    assertThat(out.toString(ISO_8859_1)).isEqualTo("""
        digraph modules {
          rankdir=LR;
          node [shape=box];
          "a\\"b\\\\";
          "x" -> "y" [style=dashed, label=pre];
        }
        """);
  }
}
