package org.moduletools.modulefile;

import org.moduletools.codec.SystemCodecs;
import org.moduletools.elf.Scratch;

/** What one thread keeps from one module to the next, so that many are read faster than one. */
public final class Workspace {

  /** Half of all modules are smaller than this, and of most others the parts that are read. */
  private static final int SCRATCH_BYTES = 1 << 20;

  private final Scratch scratch;
  private final KnownNeeds needs = new KnownNeeds();
  private final FastDecompressor decompressor;

  private Workspace(int scratchBytes, SystemCodecs codecs) {
    this.scratch = new Scratch(scratchBytes);
    this.decompressor = new FastDecompressor(codecs);
  }

  /** Makes one for a single module. */
  static Workspace ofOne() {
    return new Workspace(0, SystemCodecs.NONE);
  }

  /** Makes one for many modules, to be decompressed by {@code codecs} where that is possible. */
  public static Workspace ofMany(SystemCodecs codecs) {
    return new Workspace(SCRATCH_BYTES, codecs);
  }

  Scratch scratch() {
    return scratch;
  }

  KnownNeeds needs() {
    return needs;
  }

  FastDecompressor decompressor() {
    return decompressor;
  }
}
