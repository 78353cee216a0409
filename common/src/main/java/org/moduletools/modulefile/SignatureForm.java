package org.moduletools.modulefile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.moduletools.elf.ByteSource;

/**
 * What the kernel sees at the end of a module before it verifies a signature
 * (kernel/module/signing.c: module_sig_check; kernel/module_signature.c: mod_check_sig).
 */
public enum SignatureForm {
  /** No signature. */
  NONE,
  /** A PKCS#7 signature, which kernels since 4.3 verify. */
  PKCS7,
  /** A signature of another kind, which counts as none since then. */
  OUTDATED,
  /** The mark of a signature that cannot be read: the kernel refuses such a module always. */
  DAMAGED;

  /** The longest signature that is examined. */
  private static final int MAX_BYTES = 1 << 20;

  /** {@code PKEY_ID_PKCS7}. */
  private static final int PKCS7_ID = 2;

  private static final int ID_AT = 2;

  /** The fields of the trailer, but for the kind, that are 0 in a PKCS#7 signature. */
  private static final int[] UNUSED = {0, 1, 3, 4, 5, 6, 7};

  private static final int LENGTH_AT = 8;

  /**
   * Reads it.
   *
   * @throws ModuleFormatException if {@code file} is no module, or a damaged one
   */
  public static SignatureForm read(Path file) throws IOException {
    return ModuleContent.read(file, Workspace.ofOne(), elf -> of(elf.content()));
  }

  static SignatureForm of(ByteSource module) throws IOException {
    int fixedBytes = SignatureTrailer.FIXED_BYTES;
    long before = module.sizeBytes() - fixedBytes;
    if (before < 0) {
      return NONE;
    }
    ByteBuffer fixed = module.read(before, fixedBytes);
    if (!SignatureTrailer.isMarked(fixed)) {
      return NONE;
    }
    long length = Integer.toUnsignedLong(fixed.getInt(LENGTH_AT));
    if (length == 0 || length > Math.min(MAX_BYTES, before)) {
      return DAMAGED;
    }
    if (fixed.get(ID_AT) != PKCS7_ID) {
      return OUTDATED;
    }
    for (int at : UNUSED) {
      if (fixed.get(at) != 0) {
        return DAMAGED;
      }
    }
    byte[] signature = new byte[(int) length];
    module.read(before - length, signature.length).get(signature);
    return Pkcs7Parser.parse(signature).isPresent() ? PKCS7 : DAMAGED;
  }
}
