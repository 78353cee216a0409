package org.moduletools.modulefile;

import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moduletools.modulefile.ModuleFormatException.Reason;

class DecompressorTest {

  private final FileSystem fileSystem = Jimfs.newFileSystem(Configuration.unix());
  private final Path folder = fileSystem.getPath("/lib/modules");

  @AfterEach
  void closeFileSystem() throws IOException {
    fileSystem.close();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"foo.ko", "foo.ko.gz", "foo.ko.xz", "foo.ko.zst"})
  void readsAModuleInAnyCompression(String name) throws IOException {
    Path file = new ModuleBuilder().modinfo("alias=x").writeTo(folder.resolve(name));

    Modinfo modinfo = ModuleFile.readModinfo(file);

    assertThat(modinfo.values("alias")).containsExactly("x");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {".gz", ".xz", ".zst"})
  void givesBackWhatWasCompressed(String suffix) throws IOException {
    byte[] image = image();

    byte[] decompressed = decompress(ModuleBuilder.compressed(suffix, image), image.length);

    assertThat(decompressed).isEqualTo(image);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {".gz", ".xz"})
  void readsSeveralStreamsOneBehindTheOther(String suffix) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(ModuleBuilder.compressed(suffix, "first ".getBytes(US_ASCII)));
    file.writeBytes(ModuleBuilder.compressed(suffix, "second".getBytes(US_ASCII)));

    byte[] decompressed = decompress(file.toByteArray(), 100);

    assertThat(decompressed).asString(US_ASCII).isEqualTo("first second");
  }

  @Test
  void readsAZstdFrameThatStatesNoSize() throws IOException {
    byte[] frame = {
      0x28,
      (byte) 0xb5,
      0x2f,
      (byte) 0xfd, // magic number
      0, // neither size nor checksum
      0, // window of 1 KiB
      3 << 3 | 1,
      0,
      0, // last block, 3 bytes as they are
      'a',
      'b',
      'c'
    };

    byte[] decompressed = decompress(frame, 3);

    assertThat(decompressed).asString(US_ASCII).isEqualTo("abc");
  }

  @Test
  void refusesAZstdFrameThatHoldsLessThanItStates() {
    byte[] frame = {
      0x28,
      (byte) 0xb5,
      0x2f,
      (byte) 0xfd, // magic number
      0x20,
      4, // one segment of 4 bytes
      3 << 3 | 1,
      0,
      0, // last block, 3 bytes as they are
      'a',
      'b',
      'c'
    };

    assertThatThrownBy(() -> decompress(frame, 100))
        .isInstanceOfSatisfying(
            ModuleFormatException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BROKEN))
        .hasMessageStartingWith("cannot decompress zstd data: ");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {".gz", ".xz", ".zst"})
  void refusesABomb(String suffix) throws IOException {
    byte[] file = ModuleBuilder.compressed(suffix, new byte[1_000_000]);

    assertThatThrownBy(() -> decompress(file, 999_999))
        .isInstanceOf(ModuleFormatException.class)
        .hasMessage("decompresses to more than 999999 bytes");
  }

  @Test
  void doesNotMakeRoomForAZstdFrameThatStatesAnIncredibleSize() {
    byte[] frame = {
      0x28,
      (byte) 0xb5,
      0x2f,
      (byte) 0xfd, // magic number
      (byte) 0xe0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0x70, // one segment of 7 << 60 bytes
      3 << 3 | 1,
      0,
      0, // last block, 3 bytes as they are
      'a',
      'b',
      'c'
    };

    assertThatThrownBy(() -> decompress(frame, 1 << 20)).isInstanceOf(ModuleFormatException.class);
  }

  @Test
  void doesNotMakeRoomForAnXzWindowOfAGigabyte() throws IOException {
    byte[] file = ModuleBuilder.compressed(".xz", image());
    byte[] blockHeader = Arrays.copyOfRange(file, 12, 24);
    // Block header: size, flags, filter LZMA2, 1 byte of properties: the size of the window.
    blockHeader[4] = 37;
    CRC32 crc = new CRC32();
    crc.update(blockHeader, 0, 8);
    ByteBuffer.wrap(file).order(LITTLE_ENDIAN).put(12, blockHeader).putInt(20, (int)
        crc.getValue());

    assertThatThrownBy(() -> decompress(file, 1 << 20))
        .isInstanceOf(ModuleFormatException.class)
        .hasMessageContaining("memory");
  }

  @ParameterizedTest(name = "{0} cut to {1} %")
  @CsvSource({
    ".gz, 10", ".gz, 50", ".gz, 99",
    ".xz, 10", ".xz, 50", ".xz, 99",
    ".zst, 10", ".zst, 50", ".zst, 99"
  })
  void refusesATruncatedFile(String suffix, int percent) throws IOException {
    byte[] file = ModuleBuilder.compressed(suffix, image());
    byte[] begin = Arrays.copyOf(file, file.length * percent / 100);

    assertThatThrownBy(() -> decompress(begin, 1 << 20))
        .isInstanceOf(ModuleFormatException.class)
        .hasMessageStartingWith("cannot decompress ");
  }

  @ParameterizedTest(name = "{0}, byte at {1} %")
  @CsvSource({
    ".gz, 30", ".gz, 50", ".gz, 97",
    ".xz, 30", ".xz, 50", ".xz, 97",
    ".zst, 30", ".zst, 50", ".zst, 97"
  })
  void refusesADamagedFile(String suffix, int percent) throws IOException {
    byte[] file = ModuleBuilder.compressed(suffix, image());
    file[file.length * percent / 100] ^= 0x55;

    assertThatThrownBy(() -> decompress(file, 1 << 20)).isInstanceOf(ModuleFormatException.class);
  }

  /** Returns a module with much that can be compressed and much that cannot. */
  private static byte[] image() {
    ModuleBuilder module = new ModuleBuilder();
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      module.modinfo("alias=pci:v0000" + Integer.toHexString(random.nextInt()) + "*");
    }
    return module.build();
  }

  private static byte[] decompress(byte[] file, int maxBytes) throws IOException {
    ByteBuffer compressed = ByteBuffer.wrap(file);
    return Decompressor.decompress(Compression.of(compressed), compressed, maxBytes);
  }
}
