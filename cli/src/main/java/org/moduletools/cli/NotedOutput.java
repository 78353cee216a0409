package org.moduletools.cli;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** An output that records its first failure, which the {@code PrintStream} in front of it hides. */
final class NotedOutput extends OutputStream {

  private final OutputStream output;
  private @Nullable String failure;

  NotedOutput(OutputStream output) {
    this.output = output;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      output.write(bytes, offset, length);
    } catch (IOException failed) {
      note(failed);
      throw failed;
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      output.flush();
    } catch (IOException failed) {
      note(failed);
      throw failed;
    }
  }

  private void note(IOException failed) {
    if (failure == null) {
      failure = String.valueOf(failed.getMessage());
    }
  }

  /** Returns the message of the first failure, or null if there was none. */
  @Nullable String failure() {
    return failure;
  }
}
