package org.moduletools.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HashOrderTest {

  @ParameterizedTest(name = "[{0}]")
  @CsvSource({
    "'', 0x00000000",
    "a, 0x115ea782",
    "ab, 0x516b8b44",
    "abc, 0xd2be198a",
    "abcd, 0xdad8b8db",
    "abcde, 0x51ed072e",
    "snd_hda_intel, 0x6e4028a1",
    "mod_\u00e9, 0xeb8feff0",
  })
  void hashesAsKmodDoesOnLittleEndianMachines(String key, String hash) {
    assertThat(HashOrder.hash(key)).isEqualTo((int) (long) Long.decode(hash));
  }

  @Test
  void sortsByBucket() {
    List<String> sorted =
        HashOrder.sorted(List.of("a", "b", "c", "d", "e", "f", "g", "h"), 512, Function.identity());

    // Buckets 5, 191, 225, 353, 386, 422, 424, 436.
    assertThat(sorted).containsExactly("h", "c", "b", "d", "a", "g", "e", "f");
  }

  @Test
  void sortsByKeyWithinABucket() {
    List<String> sorted =
        HashOrder.sorted(List.of("c", "a", "b", "A", "_"), 1, Function.identity());

    assertThat(sorted).containsExactly("A", "_", "a", "b", "c");
  }
}
