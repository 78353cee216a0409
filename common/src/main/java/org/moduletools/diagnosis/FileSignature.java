package org.moduletools.diagnosis;

import java.io.IOException;
import java.nio.file.Path;
import org.moduletools.modulefile.ModuleFile;
import org.moduletools.modulefile.SignatureForm;

/**
 * The signature of a module file; only the kernel can verify it.
 *
 * @param form what the kernel sees of it
 * @param id its kind, such as {@code PKCS#7}; empty if there is none that can be read
 * @param signer the name in it; empty if it has none
 * @param algorithm the hash that was signed; empty if it states none
 */
public record FileSignature(SignatureForm form, String id, String signer, String algorithm)
    implements Cause {

  /**
   * Reads it.
   *
   * @throws IOException if {@code file} cannot be read or is no module
   */
  public static FileSignature read(Path file) throws IOException {
    SignatureForm form = SignatureForm.read(file);
    return ModuleFile.readDescription(file)
        .signature()
        .map(stated -> new FileSignature(form, stated.kind(), stated.signer(), stated.hash()))
        .orElse(new FileSignature(form, "", "", ""));
  }

  /** Returns whether the kernel verifies it, if it asks for signatures. */
  public boolean counts() {
    return form == SignatureForm.PKCS7;
  }

  /** Returns {@link #inWords} without the subject. */
  public String inShort() {
    return switch (form) {
      case NONE -> "not signed";
      case DAMAGED -> "signed, but the signature is damaged";
      case OUTDATED -> "signed, but not by PKCS#7, which alone counts";
      case PKCS7 ->
        "signed" + (signer.isEmpty() ? "" : " by '" + signer + "'") + " (" + id + ", " + algorithm
            + ")";
    };
  }

  @Override
  public String inWords() {
    return "it is " + inShort();
  }
}
