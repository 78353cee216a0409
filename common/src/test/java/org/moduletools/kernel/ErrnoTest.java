package org.moduletools.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrnoTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "EPERM, 1, Operation not permitted",
    "ENOENT, 2, No such file or directory",
    "ENOEXEC, 8, Exec format error",
    "EAGAIN, 11, Resource temporarily unavailable",
    "EBUSY, 16, Device or resource busy",
    "EEXIST, 17, File exists",
    "ENODEV, 19, No such device",
    "EINVAL, 22, Invalid argument",
    "ENOSYS, 38, Function not implemented",
    "ENODATA, 61, No data available",
    "EOPNOTSUPP, 95, Operation not supported",
    "EKEYREJECTED, 129, Key was rejected by service",
  })
  void hasTheNumberAndTextOfGlibc(Errno errno, int number, String text) {
    assertThat(errno.number()).isEqualTo(number);
    assertThat(errno.text()).isEqualTo(text);
    assertThat(Errno.of(number)).isEqualTo(errno);
  }

  @Test
  void aNumberWithoutNameKeepsItsNumberInTheMessage() {
    KernelException refused = new KernelException("finit_module", 524);

    assertThat(refused).hasMessage("Unknown error 524");
    assertThat(refused.errno()).isEqualTo(Errno.UNKNOWN);
    assertThat(refused.call()).isEqualTo("finit_module");
  }
}
