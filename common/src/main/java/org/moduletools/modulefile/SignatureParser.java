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

  /**
   * A signature.
   *
   * @param form what the kernel sees of it
   * @param data its data; nothing if they cannot be read
   */
  record Found(SignatureForm form, Optional<ModuleSignature> data) {

    static final Found NONE = new Found(SignatureForm.NONE, Optional.empty());
  }

  /** Returns that at the end of {@code file}. */
  static Found parse(ByteSource file) throws IOException {
    int tailBytes = (int) Math.min(TAIL_BYTES, file.sizeBytes());
    int fixedBytes = SignatureTrailer.FIXED_BYTES;
    if (tailBytes < fixedBytes) {
      return Found.NONE;
    }
    ByteBuffer tail = file.read(file.sizeBytes() - tailBytes, tailBytes);
    Optional<SignatureTrailer> found =
        SignatureTrailer.parse(tail.slice(tailBytes - fixedBytes, fixedBytes));
    if (found.isEmpty()) {
      return Found.NONE;
    }
    SignatureTrailer trailer = found.get();
    long most = Math.min(MAX_BYTES, file.sizeBytes() - fixedBytes);
    boolean isPossible = trailer.algorithm() < ALGORITHMS
        && trailer.hash() < HASHES.size()
        && trailer.idType() < ID_TYPES.size()
        && trailer.signatureBytes() > 0
        && trailer.partBytes() <= most;
    Optional<ModuleSignature> data = isPossible ? data(file, trailer) : Optional.empty();
    return new Found(form(trailer, most, data.isPresent()), data);
  }

  private static SignatureForm form(SignatureTrailer trailer, long mostBytes, boolean isRead) {
    if (trailer.idType() == PKCS7) {
      return trailer.isBare() && isRead ? SignatureForm.PKCS7 : SignatureForm.DAMAGED;
    }
    long length = trailer.signatureBytes();
    return length == 0 || length > mostBytes ? SignatureForm.DAMAGED : SignatureForm.OUTDATED;
  }

  private static Optional<ModuleSignature> data(ByteSource file, SignatureTrailer trailer)
      throws IOException {
    long partBytes = trailer.partBytes();
    long partsAt = file.sizeBytes() - SignatureTrailer.FIXED_BYTES - partBytes;
    ByteBuffer parts = file.read(partsAt, (int) partBytes);
    byte[] signer = next(parts, trailer.signerBytes());
    byte[] key = next(parts, trailer.keyBytes());
    byte[] signature = next(parts, (int) trailer.signatureBytes());
    return trailer.idType() == PKCS7
        ? Pkcs7Parser.parse(signature)
        : Optional.of(new ModuleSignature(
            ID_TYPES.get(trailer.idType()),
            text(signer),
            Bytes.of(key),
            HASHES.get(trailer.hash()),
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
