package org.moduletools.modulecache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moduletools.files.FileLister;
import org.moduletools.files.FileStatus;

class SettledTest {

  private static final Path FILE = Path.of("a.ko");

  /** A machine whose clock stands still. */
  private record Clock(long nowNanos, boolean local) implements FileLister {

    @Override
    public List<Entry> list(Path directory) {
      throw new AssertionError("nobody asks");
    }

    @Override
    public FileStatus status(Path file) {
      throw new AssertionError("nobody asks");
    }

    @Override
    public Optional<FileStatus> statusOrLink(Path file) {
      throw new AssertionError("nobody asks");
    }

    @Override
    public boolean isLocal(Path file) {
      return local;
    }
  }

  private static FileStatus changed(long nanos) {
    return new FileStatus(0100644, 1, 2, 3, 4, nanos);
  }

  @ParameterizedTest(name = "{0} ns old, changed at .{1}: {2}")
  @CsvSource({
    "1000000000, 000000001, true",
    "100000001, 000000001, true",
    "100000000, 000000001, false",
    "0, 000000001, false",
    "-5000000000, 000000001, false", // the clock was set back
    "1000000000, 000000000, false", // a full second
  })
  void knowsAFileThatChangedLongAgoAtAFractionOfASecond(
      long ageNanos, long fraction, boolean settled) {
    long changed = 1_700_000_000_000_000_000L + fraction;

    Settled files = new Settled(new Clock(changed + ageNanos, true));

    assertThat(files.isSettled(FILE, changed(changed))).isEqualTo(settled);
  }

  @Test
  void doesNotTrustAFileSystemThatOthersWriteTo() {
    Settled files = new Settled(new Clock(1_700_000_000_000_000_000L, false));

    assertThat(files.isSettled(FILE, changed(1))).isFalse();
  }

  @Test
  void doesNotTrustAFileSystemThatStampsNoChanges() {
    Settled files = new Settled(new Clock(1_700_000_000_000_000_000L, true));

    assertThat(files.isSettled(FILE, changed(FileStatus.UNKNOWN))).isFalse();
  }
}
