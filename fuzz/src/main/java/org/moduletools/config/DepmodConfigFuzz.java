package org.moduletools.config;

import java.util.List;
import org.moduletools.fuzz.MemoryFolder;
import org.moduletools.module.KernelRelease;

/** A file of depmod.d, which has regular expressions in it. No exception is documented. */
public final class DepmodConfigFuzz {

  private static final List<KernelRelease> RELEASES = List.of(
      new KernelRelease("6.1.0-21-amd64"),
      new KernelRelease(""),
      new KernelRelease("6.12.57+deb13_1-cloud-amd64-unsigned-and-sixty-four-characters-long"));

  private DepmodConfigFuzz() {}

  /** Reads {@code input}, and its rules for several kernels. */
  public static void fuzzerTestOneInput(byte[] input) {
    try (MemoryFolder folder = new MemoryFolder()) {
      folder.put("etc/depmod.d/a.conf", input);
      DepmodConfig config =
          DepmodConfig.read(ConfigFiles.standard(folder.root(), "depmod.d", List.of()));
      for (KernelRelease release : RELEASES) {
        SearchOrder order = config.searchOrder(release, config.externals(release));
        order.priority("kernel/a.ko");
        order.priority("/a/b.ko.xz");
      }
      config.excludes("a");
      config.makesMapFiles();
    }
  }
}
