package org.moduletools.modulecache;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.moduletools.files.FileLister;
import org.moduletools.files.FileStatus;

/**
 * Decides for which files every later change will show in the status. It will not for
 *
 * <ul>
 *   <li>a file that has only just changed: the clock that stamps files stands still for up to 10
 *       milliseconds, and a second change within that time would leave the same stamps;
 *   <li>a file that changed on a full second: then the file system counts only those, or is an
 *       image with artificial stamps, and the next image may have the same;
 *   <li>a file of a file system that does not stamp changes, or that others write to.
 * </ul>
 */
public final class Settled {

  private static final long STILL_NANOS = 100_000_000;
  private static final long SECOND_NANOS = 1_000_000_000;

  private final FileLister files;
  private final long begunNanos;
  private final Map<Long, Boolean> localDevices = new HashMap<>();

  /** Begins at this moment, and serves for files with a status that is read later. */
  public Settled(FileLister files) {
    this.files = files;
    this.begunNanos = files.nowNanos();
  }

  /**
   * Returns whether every later change of {@code file}, which had {@code status} after the
   * beginning, will show in its status.
   */
  public boolean isSettled(Path file, FileStatus status) {
    long changed = status.changedNanos();
    return changed != FileStatus.UNKNOWN
        && changed % SECOND_NANOS != 0
        && changed < begunNanos - STILL_NANOS
        && localDevices.computeIfAbsent(status.device(), unused -> files.isLocal(file));
  }
}
