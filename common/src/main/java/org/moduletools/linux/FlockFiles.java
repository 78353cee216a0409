package org.moduletools.linux;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.moduletools.kernel.KernelException;

/**
 * Lock files, which stay open while they are not locked: a run locks the same two again for each
 * chain of modules.
 */
final class FlockFiles {

  private final LibC libc;
  private final Map<Path, Descriptor> idle = new HashMap<>();

  FlockFiles(LibC libc) {
    this.libc = libc;
  }

  /** Returns {@code file}, open and not locked, for exclusive use until it is given back. */
  synchronized Descriptor take(Path file) throws KernelException {
    Descriptor kept = idle.remove(file);
    return kept != null ? kept : Descriptor.open(libc, file);
  }

  /** Takes {@code open}, which is {@code file} and not locked. */
  synchronized void giveBack(Path file, Descriptor open) {
    Descriptor other = idle.putIfAbsent(file, open);
    if (other != null) {
      open.close();
    }
  }
}
