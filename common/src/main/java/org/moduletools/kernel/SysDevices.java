package org.moduletools.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The devices below /sys/devices that state a module alias: those with a file {@code modalias}. */
public final class SysDevices {

  /**
   * A device.
   *
   * @param path its folder, as {@code /sys/devices/pci0000:00/0000:00:03.0}, wherever sysfs is
   * @param alias the content of its file {@code modalias}
   */
  public record Device(String path, String alias) {}

  /** The kernel writes a page at most (fs/sysfs/file.c: sysfs_kf_seq_show). */
  private static final int MAX_SIZE_BYTES = 1 << 16;

  private static final String MODALIAS = "modalias";

  /** A folder of each device, which never has devices (drivers/base/power/sysfs.c). */
  private static final String POWER = "power";

  private SysDevices() {}

  /**
   * Returns the devices that {@code sys}, which is /sys or a copy of it, has at this moment,
   * ordered by their paths. Links are not followed. Devices that vanish meanwhile are left out.
   *
   * @throws IOException if the folder of devices cannot be read
   */
  public static List<Device> read(Path sys) throws IOException {
    List<Device> devices = new ArrayList<>();
    Deque<Path> open = new ArrayDeque<>();
    Path top = sys.resolve("devices");
    look(top, open).ifPresent(file -> add(file, sys, devices));
    while (!open.isEmpty()) {
      try {
        look(open.pop(), open).ifPresent(file -> add(file, sys, devices));
      } catch (IOException vanished) {
        // or it is unreadable
      }
    }
    devices.sort(Comparator.comparing(Device::path));
    return devices;
  }

  /** Adds the folders in {@code folder} to {@code open}; returns its file modalias. */
  private static Optional<Path> look(Path folder, Deque<Path> open) throws IOException {
    Optional<Path> modalias = Optional.empty();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        String name = String.valueOf(entry.getFileName());
        if (name.equals(MODALIAS)) {
          modalias = Optional.of(entry).filter(SysDevices::isFile); // a copy may hold other things
        } else if (!name.equals(POWER) && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
          open.push(entry);
        }
      }
      return modalias;
    } catch (DirectoryIteratorException failed) {
      throw failed.getCause();
    }
  }

  private static boolean isFile(Path entry) {
    return Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS);
  }

  private static void add(Path file, Path sys, List<Device> devices) {
    try (InputStream in = Files.newInputStream(file)) {
      String alias = new String(in.readNBytes(MAX_SIZE_BYTES), StandardCharsets.ISO_8859_1).strip();
      Path parent = file.getParent();
      if (!alias.isEmpty() && parent != null) {
        devices.add(new Device("/sys/" + sys.relativize(parent), alias));
      }
    } catch (IOException vanished) {
      // a device without a readable alias asks for no module
    }
  }
}
