package org.moduletools.modulefile;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that modinfo prints of a module. */
public final class ModuleDescription {

  /** That of a module of which nothing is known. */
  public static final ModuleDescription EMPTY = of(Modinfo.EMPTY);

  private final Modinfo modinfo;
  private final @Nullable Bytes buildId;
  private final @Nullable ModuleSignature signature;

  private ModuleDescription(
      Modinfo modinfo, @Nullable Bytes buildId, @Nullable ModuleSignature signature) {
    this.modinfo = modinfo;
    this.buildId = buildId;
    this.signature = signature;
  }

  /** Returns that of a module without build-id and signature, as a part of the kernel is. */
  public static ModuleDescription of(Modinfo modinfo) {
    return new ModuleDescription(modinfo, null, null);
  }

  ModuleDescription withBuildId(Bytes number) {
    return new ModuleDescription(modinfo, number, signature);
  }

  ModuleDescription withSignature(ModuleSignature statement) {
    return new ModuleDescription(modinfo, buildId, statement);
  }

  /** Returns the strings by which it describes itself. */
  public Modinfo modinfo() {
    return modinfo;
  }

  /** Returns the number that the linker gave it, by which its debug data are found. */
  public Optional<Bytes> buildId() {
    return Optional.ofNullable(buildId);
  }

  /** Returns what its signature states. */
  public Optional<ModuleSignature> signature() {
    return Optional.ofNullable(signature);
  }
}
