package org.moduletools.modulefile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.moduletools.codec.SystemCodecs;
import org.moduletools.elf.ByteSource;
import org.moduletools.fuzz.Finding;
import org.moduletools.fuzz.Outcome;

/**
 * Compressed data. Compressed input is decompressed by both decompressors; any other input is first
 * compressed in each form, and must be unchanged after decompression.
 */
public final class CompressedModuleFuzz {

  private static final int MAX_BYTES = 1 << 20;

  /** To compress takes long. */
  private static final int MAX_COMPRESSED_BYTES = 2048;

  private CompressedModuleFuzz() {}

  /** Decompresses {@code input}. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    if (input.length < Compression.HEAD_BYTES) {
      return;
    }
    Compression compression = Compression.of(ByteBuffer.wrap(input));
    if (compression == Compression.PLAIN) {
      compress(Arrays.copyOf(input, Math.min(input.length, MAX_COMPRESSED_BYTES)));
      return;
    }
    Outcome<ByteBuffer> whole = Outcome.of(
        ModuleFormatException.class,
        () -> ByteBuffer.wrap(
            Decompressor.decompress(compression, ByteBuffer.wrap(input), MAX_BYTES)));
    Optional<ByteSource> fast = new FastDecompressor(SystemCodecs.NONE)
        .decompress(compression, ByteBuffer.wrap(input), MAX_BYTES);
    if (fast.isPresent()) {
      ByteBuffer bytes = fast.get().read(0, (int) fast.get().sizeBytes());
      Finding.unlessEqual("what is decompressed fast", whole.value(), Optional.of(bytes));
    }
  }

  private static void compress(byte[] plain) throws IOException {
    for (String ending : new String[] {".gz", ".xz", ".zst"}) {
      byte[] back = ModuleImage.of(ModuleBuilder.compressed(ending, plain)).bytes();
      Finding.unless(Arrays.equals(plain, back), "what comes back of " + ending + " is another");
    }
  }
}
