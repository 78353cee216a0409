package org.moduletools.diagnosis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.moduletools.modulefile.ModuleDescription;
import org.moduletools.modulefile.ModuleFile;
import org.moduletools.modulefile.ModuleSignature;
import org.moduletools.modulefile.SignatureForm;

/**
 * The signature of a module file; only the kernel can verify it.
 *
 * @param form what the kernel sees of it
 * @param data its data; nothing if there are none that can be read
 */
public record FileSignature(SignatureForm form, Optional<ModuleSignature> data) implements Cause {

  /**
   * Reads it.
   *
   * @throws IOException if {@code file} cannot be read or is no module
   */
  public static FileSignature read(Path file) throws IOException {
    ModuleDescription module = ModuleFile.readDescription(file);
    return new FileSignature(module.signatureForm(), module.signature());
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
      case PKCS7 -> "signed" + data.map(FileSignature::inBrief).orElse("");
    };
  }

  private static String inBrief(ModuleSignature data) {
    String signer = data.signer().isEmpty() ? "" : " by '" + data.signer() + "'";
    return signer + " (" + data.kind() + ", " + data.hash() + ")";
  }

  @Override
  public String inWords() {
    return "it is " + inShort();
  }
}
