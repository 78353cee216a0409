package org.moduletools.indexing;

import org.moduletools.codec.SystemCodecs;
import org.moduletools.files.FileLister;
import org.moduletools.files.FileOpener;
import org.moduletools.files.PathLister;

/**
 * By which means the programs of module-tools find and read modules.
 *
 * @param files lists folders
 * @param opener opens files
 * @param codecs decompresses them, as far as it goes
 */
@SuppressWarnings("exports")
public record FileAccess(FileLister files, FileOpener opener, SystemCodecs codecs) {

  /** By java.nio.file and Java's own decoders, on every file system that Java knows. */
  public static final FileAccess BY_JAVA =
      new FileAccess(new PathLister(), FileOpener.BY_JAVA, SystemCodecs.NONE);
}
