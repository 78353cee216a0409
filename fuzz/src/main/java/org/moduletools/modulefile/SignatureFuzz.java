package org.moduletools.modulefile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.moduletools.elf.ByteSource;
import org.moduletools.fuzz.Finding;

/**
 * The end of a signed file: {@code input} unchanged, and with a trailer after it that declares it
 * one PKCS#7 signature. No exception is documented: a malformed signature counts as none.
 */
public final class SignatureFuzz {

  private static final byte[] MAGIC =
      "~Module signature appended~\n".getBytes(StandardCharsets.US_ASCII);
  private static final int PKCS7 = 2;

  private SignatureFuzz() {}

  /** Returns the signature at the end of {@code module}. */
  public static byte[] seed(byte[] module) {
    return Arrays.copyOfRange(
        module, module.length - SignatureTrailer.lengthIn(module), module.length);
  }

  /** Reads the signature. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    SignatureParser.parse(ByteSource.of(input));
    int cut = SignatureTrailer.lengthIn(input);
    Finding.unless(0 <= cut && cut <= input.length, "length " + cut);
    byte[] signed = ByteBuffer.allocate(input.length + SignatureTrailer.FIXED_BYTES)
        .put(input)
        .put(new byte[] {0, 0, PKCS7, 0, 0, 0, 0, 0})
        .putInt(input.length)
        .put(MAGIC)
        .array();
    SignatureParser.parse(ByteSource.of(signed));
    Finding.unlessEqual("length", signed.length, SignatureTrailer.lengthIn(signed));
  }
}
