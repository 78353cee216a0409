package org.moduletools.modulecache;

import org.moduletools.files.FileStatus;
import org.moduletools.modulefile.ModuleFile;

/**
 * The content of a module's file, and the file's status just before it was read.
 *
 * @param name the file's name, relative to the directory of the cache, or absolute
 * @param status the file's status before it was opened
 * @param content the content that was read
 */
public record KeptModule(String name, FileStatus status, ModuleFile content) {

  /** Returns whether a file that is now {@code status} still has that content. */
  boolean isStill(FileStatus now) {
    return status.isSameFile(now)
        && status.sizeBytes() == now.sizeBytes()
        && status.writtenNanos() == now.writtenNanos()
        && status.changedNanos() == now.changedNanos();
  }
}
