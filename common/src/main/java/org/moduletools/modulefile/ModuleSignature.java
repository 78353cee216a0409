package org.moduletools.modulefile;

/**
 * The data of the signature at the end of a module. Only the kernel can verify it.
 *
 * @param kind {@code PKCS#7}, or in modules for kernels before 4.3 {@code X509} or {@code PGP}
 * @param signer the name of the signer, a character for each byte; empty if only its key is known
 * @param key identifies the signer's key: a serial number or a key identifier
 * @param hash the name of the digest, such as {@code sha256}, or its object identifier
 * @param signature the signature proper
 */
public record ModuleSignature(
    String kind, String signer, Bytes key, String hash, Bytes signature) {}
