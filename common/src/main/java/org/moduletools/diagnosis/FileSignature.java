package org.moduletools.diagnosis;

import java.io.IOException;
import java.nio.file.Path;
import org.moduletools.modulefile.ModuleFile;

/**
 * The signature of a module file; only the kernel can verify it.
 *
 * @param id its form, such as {@code PKCS#7}; empty if there is none
 * @param signer the name in it; empty if it has none
 * @param algorithm the hash that was signed; empty if it states none
 */
public record FileSignature(String id, String signer, String algorithm) implements Cause {

  /** That of an unsigned file. */
  public static final FileSignature NONE = new FileSignature("", "", "");

  /**
   * Reads it.
   *
   * @throws IOException if {@code file} cannot be read or is no module
   */
  public static FileSignature read(Path file) throws IOException {
    return ModuleFile.readDescription(file)
        .signature()
        .map(stated -> new FileSignature(stated.kind(), stated.signer(), stated.hash()))
        .orElse(NONE);
  }

  /** Returns whether there is a signature at all. */
  public boolean isPresent() {
    return !id.isEmpty();
  }

  @Override
  public String inWords() {
    if (!isPresent()) {
      return "it is not signed";
    }
    return "it is signed by '" + signer + "' (" + id + (algorithm.isEmpty() ? "" : ", ") + algorithm
        + ")";
  }
}
