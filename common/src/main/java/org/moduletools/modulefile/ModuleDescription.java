package org.moduletools.modulefile;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The description of a module, as modinfo prints it. */
public final class ModuleDescription {

  /** The empty description. */
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

  /** Returns the description of a module without build-id and signature, such as a built-in one. */
  public static ModuleDescription of(Modinfo modinfo) {
    return new ModuleDescription(modinfo, null, null);
  }

  ModuleDescription withBuildId(Bytes number) {
    return new ModuleDescription(modinfo, number, signature);
  }

  ModuleDescription withSignature(ModuleSignature statement) {
    return new ModuleDescription(modinfo, buildId, statement);
  }

  /** Returns the modinfo strings. */
  public Modinfo modinfo() {
    return modinfo;
  }

  /** Returns the build-id, by which its debug data are found. */
  public Optional<Bytes> buildId() {
    return Optional.ofNullable(buildId);
  }

  /** Returns the data of its signature. */
  public Optional<ModuleSignature> signature() {
    return Optional.ofNullable(signature);
  }
}
