package org.moduletools.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class IoReasonTest {

  /** As the native executable has one, without a stack trace. */
  private static final class Missing extends NoSuchFileException {

    private static final long serialVersionUID = 1;

    Missing() {
      super("f");
    }
  }

  @Test
  void isTheSystemsForAnExceptionAndItsSubclasses() {
    assertThat(IoReason.of(new NoSuchFileException("f"))).isEqualTo("No such file or directory");
    assertThat(IoReason.of(new Missing())).isEqualTo("No such file or directory");
    assertThat(IoReason.withFile(new AccessDeniedException("f"))).isEqualTo("f: Permission denied");
  }

  @Test
  void isTheTextThatAnotherExceptionHas() {
    assertThat(IoReason.of(new FileSystemException("f", null, "No space left on device")))
        .isEqualTo("No space left on device");
    assertThat(IoReason.of(new IOException("cut"))).isEqualTo("cut");
    assertThat(IoReason.of(new IOException())).isEqualTo("IOException");
  }
}
