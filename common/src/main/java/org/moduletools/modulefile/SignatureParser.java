package org.moduletools.modulefile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.moduletools.elf.ByteSource;

/**
 * Reads the data of the signature at the end of a module, and does not verify it. The layout is
 * {@link SignatureTrailer}'s. A module with an impossible trailer counts as unsigned (kmod 34,
 * libkmod/libkmod-signature.c: kmod_module_signature_info).
 */
final class SignatureParser {

  /** {@code enum pkey_id_type} in include/linux/module_signature.h. */
  private static final List<String> ID_TYPES = List.of("PGP", "X509", "PKCS#7");

  private static final int PKCS7 = 2;

  /** {@code enum pkey_algo}, as it was in kernels before 4.3: DSA, RSA. */
  private static final int ALGORITHMS = 2;

  /** {@code enum hash_algo} in include/uapi/linux/hash_info.h. */
  private static final List<String> HASHES =
      List.of("md4", "md5", "sha1", "rmd160", "sha256", "sha384", "sha512", "sha224", "sm3");

  /** The size of the first read, which is enough for real signatures. */
  private static final int TAIL_BYTES = 4096;

  /** The longest signature that is read; it could hold a chain of some hundred certificates. */
  private static final int MAX_BYTES = 1 << 20;

  private SignatureParser() {}

  /** Returns its data, or nothing if there is no signature. */
  static Optional<ModuleSignature> parse(ByteSource file) throws IOException {
    int tailBytes = (int) Math.min(TAIL_BYTES, file.sizeBytes());
    int fixedBytes = SignatureTrailer.FIXED_BYTES;
    if (tailBytes < fixedBytes) {
      return Optional.empty();
    }
    ByteBuffer tail = file.read(file.sizeBytes() - tailBytes, tailBytes);
    ByteBuffer fixed = tail.slice(tailBytes - fixedBytes, fixedBytes);
    if (!SignatureTrailer.isMarked(fixed)) {
      return Optional.empty();
    }
    int algorithm = Byte.toUnsignedInt(fixed.get(0));
    int hash = Byte.toUnsignedInt(fixed.get(1));
    int idType = Byte.toUnsignedInt(fixed.get(2));
    int signerBytes = Byte.toUnsignedInt(fixed.get(3));
    int keyBytes = Byte.toUnsignedInt(fixed.get(4));
    long signatureBytes = Integer.toUnsignedLong(fixed.getInt(8));
    long partBytes = signerBytes + keyBytes + signatureBytes;
    boolean isPossible = algorithm < ALGORITHMS
        && hash < HASHES.size()
        && idType < ID_TYPES.size()
        && signatureBytes > 0
        && partBytes <= Math.min(MAX_BYTES, file.sizeBytes() - fixedBytes);
    if (!isPossible) {
      return Optional.empty();
    }
    ByteBuffer parts = file.read(file.sizeBytes() - fixedBytes - partBytes, (int) partBytes);
    byte[] signer = next(parts, signerBytes);
    byte[] key = next(parts, keyBytes);
    byte[] signature = next(parts, (int) signatureBytes);
    return idType == PKCS7
        ? Pkcs7Parser.parse(signature)
        : Optional.of(new ModuleSignature(
            ID_TYPES.get(idType),
            text(signer),
            Bytes.of(key),
            HASHES.get(hash),
            Bytes.of(signature)));
  }

  private static byte[] next(ByteBuffer parts, int length) {
    byte[] part = new byte[length];
    parts.get(part);
    return part;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }
}
