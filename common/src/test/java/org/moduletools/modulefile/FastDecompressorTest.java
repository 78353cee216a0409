package org.moduletools.modulefile;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moduletools.codec.SystemCodecs;
import org.moduletools.elf.ByteSource;

class FastDecompressorTest {

  private static final byte[] TEXT = "what is in a module".getBytes(US_ASCII);
  private static final int BOUND = 8 << 20;

  /** Library functions that are played: they give {@link #TEXT} so often, or a number. */
  private static final class PlayedCodecs implements SystemCodecs {

    private final int sizeBytes;
    private final List<Integer> asked = new ArrayList<>();
    private final List<Integer> givenBack = new ArrayList<>();

    PlayedCodecs(int sizeBytes) {
      this.sizeBytes = sizeBytes;
    }

    @Override
    public int decompress(Format format, byte[] bytes, int offset, int length, byte[] target) {
      asked.add(target.length);
      if (sizeBytes > target.length) {
        return TOO_SMALL;
      }
      if (sizeBytes > 0) {
        System.arraycopy(TEXT, 0, target, 0, TEXT.length);
      }
      return sizeBytes;
    }

    @Override
    public void giveBack(byte[] target) {
      givenBack.add(target.length);
    }
  }

  private static Optional<byte[]> decompress(
      SystemCodecs codecs, Compression compression, byte[] bytes, int bound) throws IOException {
    Optional<ByteSource> image =
        new FastDecompressor(codecs).decompress(compression, ByteBuffer.wrap(bytes), bound);
    return image.isEmpty() ? Optional.empty() : Optional.of(all(image.get()));
  }

  private static byte[] all(ByteSource source) throws IOException {
    byte[] bytes = new byte[(int) source.sizeBytes()];
    source.read(0, bytes.length).get(bytes);
    return bytes;
  }

  private static byte[] gzip() throws IOException {
    return gzip(TEXT);
  }

  private static byte[] gzip(byte[] text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text);
    }
    return bytes.toByteArray();
  }

  @Test
  void takesWhatTheSystemsDecoderGives() throws IOException {
    PlayedCodecs codecs = new PlayedCodecs(TEXT.length);

    assertThat(decompress(codecs, Compression.XZ, new byte[20], BOUND)).contains(TEXT);
  }

  @Test
  void asksWithMoreAndMoreMemoryUpToItsBound() throws IOException {
    PlayedCodecs codecs = new PlayedCodecs(BOUND + 1);

    assertThat(decompress(codecs, Compression.XZ, new byte[20], BOUND)).isEmpty();
    assertThat(codecs.asked).containsExactly(1 << 20, 2 << 20, 4 << 20, 8 << 20);
  }

  @Test
  void givesBackMemoryThatIsTooSmallAndAtTheEndTheLast() throws IOException {
    PlayedCodecs codecs = new PlayedCodecs(3 << 20);
    FastDecompressor decompressor = new FastDecompressor(codecs);

    assertThat(decompressor.decompress(Compression.XZ, ByteBuffer.wrap(new byte[20]), BOUND))
        .isPresent();
    decompressor.release();

    assertThat(codecs.givenBack).containsExactly(0, 1 << 20, 2 << 20, 4 << 20);
  }

  @Test
  void givesBackMemoryOfALargeModuleBeforeASmallOne() throws IOException {
    PlayedCodecs codecs = new PlayedCodecs(5 << 20);
    FastDecompressor decompressor = new FastDecompressor(codecs);

    assertThat(decompressor.decompress(Compression.XZ, ByteBuffer.wrap(new byte[20]), BOUND))
        .isPresent();
    codecs.givenBack.clear();
    assertThat(decompressor.decompress(Compression.GZIP, ByteBuffer.wrap(gzip()), BOUND))
        .isPresent();

    assertThat(codecs.givenBack).containsExactly(8 << 20, 0);
  }

  @Test
  void takesGzipFromTheSystemsDecoderIfItGivesAsMuchAsIsStated() throws IOException {
    byte[] zeros = gzip(new byte[TEXT.length]);

    assertThat(decompress(new PlayedCodecs(TEXT.length), Compression.GZIP, zeros, BOUND))
        .contains(TEXT);
    assertThat(decompress(new PlayedCodecs(TEXT.length - 1), Compression.GZIP, zeros, BOUND))
        .contains(new byte[TEXT.length]);
  }

  @Test
  void leavesToOthersWhatTheSystemsDecoderRefuses() throws IOException {
    PlayedCodecs codecs = new PlayedCodecs(SystemCodecs.UNUSABLE);

    assertThat(decompress(codecs, Compression.XZ, new byte[20], BOUND)).isEmpty();
  }

  @Test
  void believesNoFrameOfAFewBytesThatItHoldsAMegabyte() throws IOException {
    PlayedCodecs codecs = new PlayedCodecs(TEXT.length);
    byte[] frame = HexFormat.of().parseHex("28b52ffda000001000010000"); // states 1 MiB

    assertThat(decompress(codecs, Compression.ZSTD, frame, BOUND)).isEmpty();
    assertThat(codecs.asked).isEmpty();
  }

  @Test
  void inflatesWhatGzipWrote() throws IOException {
    assertThat(decompress(SystemCodecs.NONE, Compression.GZIP, gzip(), BOUND)).contains(TEXT);
  }

  @Test
  void inflatesAFileThatStatesItsName() throws IOException {
    byte[] plain = gzip();
    ByteArrayOutputStream named = new ByteArrayOutputStream();
    named.write(plain, 0, 3);
    named.write(8); // FNAME
    named.write(plain, 4, 6);
    named.writeBytes("a.ko\0".getBytes(US_ASCII));
    named.write(plain, 10, plain.length - 10);

    assertThat(decompress(SystemCodecs.NONE, Compression.GZIP, named.toByteArray(), BOUND))
        .contains(TEXT);
  }

  static List<Integer> positions() throws IOException {
    List<Integer> positions = new ArrayList<>();
    for (int i = 0; i < gzip().length; i++) {
      positions.add(i);
    }
    return positions;
  }

  /** What it takes is right; whatever it does not take the other decoder judges. */
  @ParameterizedTest(name = "byte {0}")
  @MethodSource("positions")
  void takesNothingWrongFromADamagedFile(int position) throws IOException {
    for (int bit = 0; bit < Byte.SIZE; bit++) {
      byte[] damaged = gzip();
      damaged[position] ^= (byte) (1 << bit);

      Optional<byte[]> image = decompress(SystemCodecs.NONE, Compression.GZIP, damaged, BOUND);

      assertThat(image.orElse(TEXT)).isEqualTo(TEXT);
    }
  }

  @ParameterizedTest(name = "cut at {0}")
  @MethodSource("positions")
  void takesNothingFromAFileThatWasCut(int length) throws IOException {
    byte[] cut = Arrays.copyOf(gzip(), length);

    assertThat(decompress(SystemCodecs.NONE, Compression.GZIP, cut, BOUND)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5})
  void takesNothingLargerThanItsBound(int bound) throws IOException {
    assertThat(decompress(SystemCodecs.NONE, Compression.GZIP, gzip(), bound)).isEmpty();
  }
}
