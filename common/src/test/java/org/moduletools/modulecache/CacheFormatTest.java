package org.moduletools.modulecache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.moduletools.files.FileStatus;
import org.moduletools.modulefile.Modinfo;
import org.moduletools.modulefile.ModuleFile;
import org.moduletools.modulefile.ModuleSymbols;
import org.moduletools.modulefile.ModuleSymbols.Export;
import org.moduletools.modulefile.ModuleSymbols.Need;
import org.moduletools.modulefile.NeedList;

class CacheFormatTest {

  private static final String OWNER = "me";

  private static final FileStatus STATUS = new FileStatus(0100644, 1, 2, 3, 4, 5);

  private static final KeptModule MODULE = new KeptModule(
      "a.ko",
      STATUS,
      new ModuleFile(
          new Modinfo(List.of(new Modinfo.Entry("alias", "x\u00e9"))),
          new ModuleSymbols(
              List.of(new Export("e", 0xcL)),
              NeedList.of(List.of(new Need("n", 0xdL, true), new Need("n", 0xdL, true))))));

  /** The bytes of {@link #MODULE} alone. */
  private static final byte[] BYTES = file(
      "00000002 6d65", // owner
      "00000001", // needs
      "00000001 6e 000000000000000d 01",
      "00000001", // modules
      "00000004 612e6b6f", // a.ko
      "000081a4", // mode
      "0000000000000001 0000000000000002 0000000000000003",
      "0000000000000004 0000000000000005",
      "00000001 00000005 616c696173 00000002 78e9", // alias=x
      "00000001 00000001 65 000000000000000c", // e
      "00000002 00000000 00000000"); // n, twice

  /** Puts a head in front of a body that is spelled in hexadecimal digits. */
  private static byte[] file(String... body) {
    byte[] bytes = HexFormat.of().parseHex(String.join("", body).replace(" ", ""));
    CRC32 crc = new CRC32();
    crc.update(bytes);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes("modcache".getBytes(StandardCharsets.US_ASCII));
    file.writeBytes(ByteBuffer.allocate(12)
        .putInt(CacheFormat.VERSION)
        .putInt(bytes.length)
        .putInt((int) crc.getValue())
        .array());
    file.writeBytes(bytes);
    return file.toByteArray();
  }

  @Test
  void writesEachPartInItsPlace() {
    assertThat(ModuleCache.toBytes(List.of(MODULE), OWNER)).isEqualTo(BYTES);
  }

  @Test
  void givesBackWhatItWasGiven() throws IOException {
    ModuleCache cache = ModuleCache.of(BYTES, OWNER);

    assertThat(cache.size()).isEqualTo(1);
    assertThat(cache.find("a.ko", STATUS)).contains(MODULE.content());
  }

  static Stream<FileStatus> otherFiles() {
    return Stream.of(
        new FileStatus(0100644, 9, 2, 3, 4, 5),
        new FileStatus(0100644, 1, 9, 3, 4, 5),
        new FileStatus(0100644, 1, 2, 9, 4, 5),
        new FileStatus(0100644, 1, 2, 3, 9, 5),
        new FileStatus(0100644, 1, 2, 3, 4, 9));
  }

  @ParameterizedTest
  @MethodSource("otherFiles")
  void knowsNothingOfAFileThatIsAnotherNow(FileStatus now) throws IOException {
    ModuleCache cache = ModuleCache.of(BYTES, OWNER);

    assertThat(cache.find("a.ko", now)).isEmpty();
    assertThat(cache.find("b.ko", STATUS)).isEmpty();
  }

  static IntStream positions() {
    return IntStream.range(0, BYTES.length);
  }

  @ParameterizedTest(name = "cut at {0}")
  @MethodSource("positions")
  void refusesAFileThatWasCut(int length) {
    assertRefused(Arrays.copyOf(BYTES, length));
  }

  @ParameterizedTest(name = "byte {0}")
  @MethodSource("positions")
  void refusesAFileOfWhichAByteIsAnother(int position) {
    byte[] changed = BYTES.clone();
    for (int bit = 0; bit < Byte.SIZE; bit++) {
      changed[position] = (byte) (BYTES[position] ^ 1 << bit);
      assertRefused(changed);
    }
  }

  /** A checksum can be made to fit: nothing but the form is left to be checked then. */
  @ParameterizedTest(name = "body cut at {0}")
  @MethodSource("positions")
  void refusesABodyThatWasCutThoughTheChecksumFits(int length) {
    int end = Math.max(length, CacheFormat.HEAD_BYTES);
    byte[] body = Arrays.copyOfRange(BYTES, CacheFormat.HEAD_BYTES, end);

    assertRefused(file(HexFormat.of().formatHex(body)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lies")
  void refusesABodyThatContradictsItselfThoughTheChecksumFits(String lie, byte[] file) {
    assertRefused(file);
  }

  static Stream<Arguments> lies() {
    return Stream.of(
        lie("two thousand million needs", "00000002 6d65 7fffffff"),
        lie("less than no needs", "00000002 6d65 ffffffff"),
        lie("two thousand million modules", "00000002 6d65 00000000 7fffffff"),
        lie("a name of 2 GiB", "7fffffff 6d65"),
        lie("more behind the end", "00000002 6d65 00000000 00000000 00"),
        lie(
            "a need that is not there",
            "00000002 6d65 00000000 00000001 00000000 00000000" + "00".repeat(40)
                + "00000000 00000000 00000001 00000000"));
  }

  private static Arguments lie(String name, String body) {
    return Arguments.of(name, file(body));
  }

  @Test
  void refusesTheCacheOfAnother() {
    assertThatThrownBy(() -> ModuleCache.of(BYTES, "you"))
        .isInstanceOf(IOException.class)
        .hasMessage("it is of another directory or program");
  }

  private static void assertRefused(byte[] file) {
    assertThatThrownBy(() -> ModuleCache.of(file, OWNER)).isInstanceOf(IOException.class);
  }
}
