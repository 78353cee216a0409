package org.moduletools.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class TrieWriterTest {

  /** Two keys whose first bytes lie far apart: a table of 127 children, and two nodes. */
  private static TrieWriter writer(int maxBytes) {
    IndexEntries entries = new IndexEntries(1, 1);
    entries.add("\u0001", "a", 0);
    entries.add("\u007f", "b", 0);
    return new TrieWriter(entries, EntrySort.order(entries), maxBytes);
  }

  @Test
  void refusesWhatReferencesCannotTell() throws IOException {
    int sizeBytes = 12 + 2 + 127 * 4 + 2 * (4 + 4 + 2);

    assertThat(writer(sizeBytes).write().remaining()).isEqualTo(sizeBytes);
    assertThatExceptionOfType(IndexSizeException.class)
        .isThrownBy(() -> writer(sizeBytes - 1).write())
        .withMessage("an index can have no more than 541 bytes");
  }
}
