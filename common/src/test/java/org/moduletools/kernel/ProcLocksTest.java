package org.moduletools.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moduletools.kernel.ProcLocks.Held;

class ProcLocksTest {

  private static final FileId MODULES = new FileId(0, 0x13, 4026532062L);

  @Test
  void readsWhoHoldsWhatAndHow() {
    String text = """
        1: FLOCK  ADVISORY  READ  99 00:13:4026532062 0 EOF
        2: FLOCK  ADVISORY  WRITE 1234 fe:0a:77 0 EOF
        """;

    assertThat(ProcLocks.parse(text))
        .containsExactly(
            new Held(LockMode.SHARED, 99, MODULES),
            new Held(LockMode.EXCLUSIVE, 1234, new FileId(0xfe, 0x0a, 77)));
  }

  @Test
  void readsTheLinesOfFdinfo() {
    String text = """
        pos:\t0
        flags:\t02100000
        mnt_id:\t24
        ino:\t4026532062
        lock:\t1: FLOCK  ADVISORY  WRITE 99 00:13:4026532062 0 EOF
        """;

    assertThat(ProcLocks.parse(text)).containsExactly(new Held(LockMode.EXCLUSIVE, 99, MODULES));
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "1: -> FLOCK  ADVISORY  WRITE 104 00:13:4026532062 0 EOF",
        "1: POSIX  ADVISORY  WRITE 104 00:13:4026532062 0 EOF",
        "1: OFDLCK ADVISORY  WRITE -1 00:13:4026532062 0 EOF",
        "1: LEASE  ACTIVE    READ  104 00:13:4026532062 0 EOF",
        "1: FLOCK  ADVISORY  UNLCK 104 00:13:4026532062 0 EOF",
        "1: FLOCK  ADVISORY  READ  x 00:13:4026532062 0 EOF",
        "1: FLOCK  ADVISORY  READ  104 <none>:0 0 EOF",
        "1: FLOCK  ADVISORY  READ  104 00:13 0 EOF",
        "1: FLOCK  ADVISORY  READ  104 00:zz:1 0 EOF",
        "1: FLOCK",
        "lock:",
        "",
      })
  void leavesOutWaitersOtherLocksAndNoise(String line) {
    assertThat(ProcLocks.parse(line)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"19, 0, 19", "0x803, 8, 3", "0xfd00, 253, 0", "0x12300145, 1, 0x12345"})
  void splitsADeviceNumberAsGlibcDoes(String device, String major, String minor) {
    assertThat(FileId.of(Long.decode(device), 5))
        .isEqualTo(new FileId(Long.decode(major), Long.decode(minor), 5));
  }
}
