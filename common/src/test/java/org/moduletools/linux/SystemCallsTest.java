package org.moduletools.linux;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SystemCallsTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "amd64, 313, 175, 176",
    "i386, 350, 128, 129",
    "aarch64, 273, 105, 106",
    "arm, 379, 128, 129",
    "riscv64, 273, 105, 106",
    "ppc64le, 353, 128, 129",
    "s390x, 344, 128, 129",
    "loongarch64, 273, 105, 106",
  })
  void hasTheNumbersOfTheKernelsTables(String machine, int finit, int init, int delete) {
    assertThat(SystemCalls.of(machine)).hasValue(new SystemCalls(finit, init, delete));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"sparcv9", "ppc64", "mips64el", "unknown"})
  void doesNotGuessForOtherMachines(String machine) {
    assertThat(SystemCalls.of(machine)).isEmpty();
  }
}
