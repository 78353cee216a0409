package org.moduletools.modulefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class XzIndexTest {

  private static byte[] xz(int... blocks) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XZOutputStream xz = new XZOutputStream(bytes, new LZMA2Options(0))) {
      for (int sizeBytes : blocks) {
        xz.write(new byte[sizeBytes]);
        xz.endBlock();
      }
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 127, 128, 20_000, 3_000_000})
  void tellsHowMuchABlockHolds(int sizeBytes) throws IOException {
    byte[] file = xz(sizeBytes);

    assertThat(XzIndex.statedBytes(file, 0, file.length)).isEqualTo(sizeBytes);
  }

  @Test
  void addsBlocksUpWhereverTheFileLies() throws IOException {
    byte[] file = xz(100, 200, 300);
    byte[] behind = new byte[7 + file.length];
    System.arraycopy(file, 0, behind, 7, file.length);

    assertThat(XzIndex.statedBytes(behind, 7, file.length)).isEqualTo(600);
  }

  @Test
  void survivesEachFileThatWasCutOrChanged() throws IOException {
    byte[] file = xz(100, 200);

    for (int length = 0; length < file.length; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      assertThatCode(() -> XzIndex.statedBytes(cut, 0, cut.length)).doesNotThrowAnyException();
      byte[] changed = file.clone();
      changed[length] ^= (byte) 0xff;
      assertThatCode(() -> XzIndex.statedBytes(changed, 0, changed.length))
          .doesNotThrowAnyException();
    }
  }
}
