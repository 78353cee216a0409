package org.moduletools.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class OutputBytesTest {

  private final OutputBytes bytes = new OutputBytes();

  @Test
  void areThoseOfTheCharactersAppended() {
    assertThat(bytes.append("alias ").append("m\u00fc").append('\n'))
        .hasToString("alias m\u00fc\n");
  }

  @Test
  void askWhereNoByteStandsForACharacter() {
    assertThat(bytes.append("a\u010ab")).hasToString("a?b");
  }

  @Test
  void remainWholeHoweverManyTheyAre() {
    String text = "x".repeat(1000);
    for (int i = 0; i < 200; i++) {
      bytes.append(text);
    }

    assertThat(bytes.append("y".repeat(100_000)))
        .hasToString("x".repeat(200_000) + "y".repeat(100_000));
  }

  @Test
  void canBeAskedForTwice() {
    bytes.append("once");
    bytes.pieces().forEach(piece -> piece.position(piece.limit()));

    assertThat(bytes).hasToString("once");
  }

  @Test
  void takeOverABufferFromItsPositionToItsLimit() {
    ByteBuffer buffer = ByteBuffer.wrap(new byte[] {'a', 'b', 'c', 'd'}, 1, 2);

    assertThat(OutputBytes.of(buffer).append("!")).hasToString("bc!");
  }

  @Test
  void areNoneAtFirst() {
    assertThat(bytes.isEmpty()).isTrue();
    assertThat(bytes.append("").isEmpty()).isTrue();
    assertThat(bytes.append('x').isEmpty()).isFalse();
    assertThat(OutputBytes.of(ByteBuffer.allocate(1)).isEmpty()).isFalse();
  }
}
