package org.moduletools.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KernelExceptionTest {

  @Test
  void saysMoreIfItsMessageIsNotTheOneOfItsNumber() {
    assertThat(new KernelException("init_module", 129).saysMore()).isFalse();
    assertThat(new KernelException("init_module", 524).saysMore()).isFalse();
    assertThat(new KernelException("init_module", 129, "Key was rejected by service (mine)")
            .saysMore())
        .isTrue();
  }
}
