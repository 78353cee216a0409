package org.moduletools.index;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class TrieWriterTest {

  /** Two keys whose first bytes lie far apart: a table of 127 children, and two nodes. */
  private static TrieWriter writer(int maxBytes) {
    IndexEntries entries = new IndexEntries();
    entries.add("\u0001".getBytes(US_ASCII), "a", 0);
    entries.add("\u007f".getBytes(US_ASCII), "b", 0);
    return new TrieWriter(entries, EntrySort.order(entries), maxBytes);
  }

  @Test
  void refusesWhatReferencesCannotTell() throws IOException {
    int sizeBytes = 12 + 2 + 127 * 4 + 2 * (4 + 4 + 2);

    assertThat(writer(sizeBytes).toBytes()).hasSize(sizeBytes);
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> writer(sizeBytes - 1).toBytes())
        .withMessage("index larger than 541 bytes");
  }
}
