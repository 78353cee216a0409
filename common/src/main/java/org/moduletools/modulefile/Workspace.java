package org.moduletools.modulefile;

import java.util.List;
import org.moduletools.codec.SystemCodecs;
import org.moduletools.elf.Scratch;
import org.moduletools.files.FileOpener;

/** The memory of one thread that is reused from one module to the next. */
public final class Workspace {

  /** Half of all modules are smaller than this, and so are the read parts of most others. */
  private static final int SCRATCH_BYTES = 1 << 20;

  private final Scratch scratch;
  private final KnownNeeds needs = new KnownNeeds();
  private final FastDecompressor decompressor;

  private final FileOpener opener;
  private final List<String> modinfoKeys;

  private Workspace(
      int scratchBytes, SystemCodecs codecs, FileOpener opener, List<String> modinfoKeys) {
    this.opener = opener;
    this.modinfoKeys = List.copyOf(modinfoKeys);
    this.scratch = new Scratch(scratchBytes);
    this.decompressor = new FastDecompressor(codecs);
  }

  /** Returns a workspace for a single module. */
  static Workspace ofOne() {
    return new Workspace(0, SystemCodecs.NONE, FileOpener.BY_JAVA, List.of());
  }

  /**
   * Returns a workspace for many modules.
   *
   * @param codecs decompress them, where that is possible
   * @param opener opens them
   * @param modinfoKeys the keys of the modinfo strings to read; none means all
   */
  @SuppressWarnings("exports") // for the programs of module-tools
  public static Workspace ofMany(SystemCodecs codecs, FileOpener opener, List<String> modinfoKeys) {
    return new Workspace(SCRATCH_BYTES, codecs, opener, modinfoKeys);
  }

  /** Gives memory back that is large, and that the next module would take again. */
  public void release() {
    decompressor.release();
  }

  FileOpener opener() {
    return opener;
  }

  Scratch scratch() {
    return scratch;
  }

  KnownNeeds needs() {
    return needs;
  }

  /** Returns the keys of the modinfo strings to read; none means all. */
  List<String> modinfoKeys() {
    return modinfoKeys;
  }

  FastDecompressor decompressor() {
    return decompressor;
  }
}
