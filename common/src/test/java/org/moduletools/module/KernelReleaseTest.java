package org.moduletools.module;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelReleaseTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "6.1.0-21-amd64, true",
    "5.0abc, true",
    "6.x, false",
    "6, false",
    "dummy, false",
    "/lib/6.1, false",
  })
  void beginsWithTwoNumbersAndADot(String text, boolean release) {
    assertThat(KernelRelease.isRelease(text)).isEqualTo(release);
  }
}
