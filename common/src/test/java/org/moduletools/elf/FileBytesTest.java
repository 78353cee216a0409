package org.moduletools.elf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moduletools.files.FileOpener;
import org.moduletools.files.OpenFile;

class FileBytesTest {

  private final FileSystem fileSystem = Jimfs.newFileSystem(Configuration.unix());
  private final Path path = fileSystem.getPath("/file");

  @AfterEach
  void closeFileSystem() throws IOException {
    fileSystem.close();
  }

  @ParameterizedTest(name = "{1} bytes at {0}, then {3} at {2}, of {4}")
  @CsvSource({
    "0, 6, 0, 64, 1000",
    "900, 100, 0, 1000, 1000",
    "0, 6, 0, 64, 200000",
    "0, 64, 199900, 100, 200000",
    "100, 10, 4190, 10, 200000",
    "100, 10, 90, 10, 200000",
    "0, 0, 200000, 0, 200000",
    "1, 150000, 0, 5000, 200000",
  })
  void readsPiecesInAnyOrder(int offset, int length, int offset2, int length2, int sizeBytes)
      throws IOException {
    byte[] content = new byte[sizeBytes];
    new Random(1).nextBytes(content);
    Files.write(path, content);

    try (OpenFile file = FileOpener.BY_JAVA.open(path)) {
      ByteSource source = ByteSource.of(file, new Scratch(0));

      assertThat(source.sizeBytes()).isEqualTo(sizeBytes);
      assertThat(bytes(source.read(offset, length)))
          .isEqualTo(Arrays.copyOfRange(content, offset, offset + length));
      assertThat(bytes(source.read(offset2, length2)))
          .isEqualTo(Arrays.copyOfRange(content, offset2, offset2 + length2));
    }
  }

  @ParameterizedTest(name = "{0} bytes of scratch memory")
  @ValueSource(ints = {0, 1000, 4096, 100_000, 1 << 20})
  void readsIntoMemoryThatFilesShare(int scratchBytes) throws IOException {
    Scratch scratch = new Scratch(scratchBytes);
    byte[] content = new byte[200_000];
    new Random(1).nextBytes(content);
    Files.write(path, new byte[1000]);
    try (OpenFile file = FileOpener.BY_JAVA.open(path)) {
      ByteSource.of(file, scratch).read(0, 1000);
    }
    Files.write(path, content);

    try (OpenFile file = FileOpener.BY_JAVA.open(path)) {
      ByteSource source = ByteSource.of(file, scratch);
      ByteBuffer first = source.read(0, 64);
      ByteBuffer second = source.read(64, 90_000);

      assertThat(bytes(first)).isEqualTo(Arrays.copyOf(content, 64));
      assertThat(bytes(second)).isEqualTo(Arrays.copyOfRange(content, 64, 90_064));
    }
  }

  @Test
  void noticesThatTheFileBecameShorter() throws IOException {
    Files.write(path, new byte[200_000]);

    try (OpenFile file = FileOpener.BY_JAVA.open(path)) {
      ByteSource source = ByteSource.of(file, new Scratch(0));
      Files.write(path, new byte[100]);

      assertThatThrownBy(() -> source.read(0, 10_000))
          .isInstanceOf(EOFException.class)
          .hasMessage("file became shorter: offset=100");
    }
  }

  @ParameterizedTest(name = "{1} bytes at {0}")
  @CsvSource({"0, 11", "10, 1", "-1, 1", "0, -1", "9223372036854775807, 2147483647"})
  void takesABadRangeForAProgrammingError(long offset, int length) throws IOException {
    Files.write(path, new byte[10]);

    try (OpenFile file = FileOpener.BY_JAVA.open(path)) {
      ByteSource source = ByteSource.of(file, new Scratch(0));

      assertThat(source.contains(offset, length)).isFalse();
      assertThatThrownBy(() -> source.read(offset, length))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }
}
