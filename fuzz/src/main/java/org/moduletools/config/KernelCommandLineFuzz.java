package org.moduletools.config;

import java.util.List;
import org.moduletools.fuzz.MemoryFolder;

/** /proc/cmdline. No exception is documented. */
public final class KernelCommandLineFuzz {

  private KernelCommandLineFuzz() {}

  /** Reads {@code input}, and shows what modprobe makes of it. */
  public static void fuzzerTestOneInput(byte[] input) {
    try (MemoryFolder folder = new MemoryFolder()) {
      KernelCommandLine line = KernelCommandLine.read(folder.put("proc/cmdline", input));
      ModprobeConfig config = ModprobeConfig.read(ConfigFiles.named(List.of(), List.of()), line);
      config.lines();
      config.problems();
    }
  }
}
