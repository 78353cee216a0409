package org.moduletools.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TerminalOutputTest {

  /** "Jörg €" and C1's CSI in UTF-8, a char for each byte. */
  private static final String TEXT = "J\u00c3\u00b6rg \u00e2\u0082\u00ac \u00c2\u009b1m\n";

  private static final String SHOWN = "J\u00c3\u00b6rg \u00e2\u0082\u00ac \\302\\2331m\n";

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private int asked;

  private TerminalOutput output(boolean isTerminal) {
    return new TerminalOutput(written, new Escapes(true, false), () -> {
      asked++;
      return isTerminal;
    });
  }

  private String written() {
    return written.toString(ISO_8859_1);
  }

  @Test
  void showsControlCharactersOnATerminal() throws IOException {
    output(true).write(TEXT.getBytes(ISO_8859_1));

    assertThat(written()).isEqualTo(SHOWN);
  }

  @Test
  void handsOnEveryByteElsewhere() throws IOException {
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    TerminalOutput output = output(false);

    output.write(all);
    output.flush();

    assertThat(written.toByteArray()).isEqualTo(all);
  }

  @Test
  void doesNotAskForATextWithoutThem() throws IOException {
    output(true).write("J\u00c3\u00b6rg\n".getBytes(ISO_8859_1));

    assertThat(written()).isEqualTo("J\u00c3\u00b6rg\n");
    assertThat(asked).isZero();
  }

  @Test
  void knowsACharacterThatComesInParts() throws IOException {
    TerminalOutput output = output(true);

    for (byte b : TEXT.getBytes(ISO_8859_1)) {
      output.write(b);
    }

    assertThat(written()).isEqualTo(SHOWN);
  }

  @Test
  void showsTheBeginningOfACharacterThatDoesNotGoOn() throws IOException {
    TerminalOutput output = output(true);

    output.write("x\u00e2\u0082".getBytes(ISO_8859_1));
    output.flush();

    assertThat(written()).isEqualTo("x\\342\\202");
  }
}
