package org.moduletools.indexing;

import org.moduletools.codec.SystemCodecs;
import org.moduletools.files.FileLister;
import org.moduletools.files.FileOpener;
import org.moduletools.files.PathLister;

/**
 * The means by which modules are found and read.
 *
 * @param files lists folders
 * @param opener opens files
 * @param codecs decompresses ordinary ones
 */
@SuppressWarnings("exports")
public record FileAccess(FileLister files, FileOpener opener, SystemCodecs codecs) {

  /** java.nio.file and Java's own decoders, for any file system of Java's. */
  public static final FileAccess BY_JAVA =
      new FileAccess(new PathLister(), FileOpener.BY_JAVA, SystemCodecs.NONE);
}
