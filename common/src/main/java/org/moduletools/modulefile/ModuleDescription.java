package org.moduletools.modulefile;

import java.util.Optional;

/**
 * The description of a module, as modinfo prints it.
 *
 * @param modinfo the modinfo strings
 * @param buildId the build-id, by which its debug data are found
 * @param signatureForm what the kernel sees of its signature
 * @param signature the data of its signature, whatever the kernel makes of it
 */
public record ModuleDescription(
    Modinfo modinfo,
    Optional<Bytes> buildId,
    SignatureForm signatureForm,
    Optional<ModuleSignature> signature) {

  /** The empty description. */
  public static final ModuleDescription EMPTY = of(Modinfo.EMPTY);

  /** Returns the description of a module without build-id and signature, such as a built-in one. */
  public static ModuleDescription of(Modinfo modinfo) {
    return new ModuleDescription(modinfo, Optional.empty(), SignatureForm.NONE, Optional.empty());
  }
}
