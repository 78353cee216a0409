package org.moduletools.modulefile;

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
  DAMAGED
}
