package org.moduletools.modulecache;

import org.moduletools.files.FileStatus;
import org.moduletools.modulefile.ModuleFile;

/**
 * What was read from a module's file, and how the file was just before.
 *
 * @param name what the file is called; the cache knows which directory relative names are in
 * @param status of the file, before it was opened
 * @param content what was read
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
