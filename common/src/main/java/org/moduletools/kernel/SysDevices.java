package org.moduletools.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.moduletools.files.IoReason;

/** The devices below /sys/devices that state a module alias: those with a file {@code modalias}. */
public final class SysDevices {

  /**
   * An alias of a device. One that has several, such as those of the ACPI and of the device tree
   * (drivers/acpi/device_sysfs.c: acpi_device_modalias), is there once for each.
   *
   * @param path its folder, as {@code /sys/devices/pci0000:00/0000:00:03.0}, wherever sysfs is
   * @param alias a line of its file {@code modalias}
   */
  public record Device(String path, String alias) {}

  /** The kernel writes a page at most (fs/sysfs/file.c: sysfs_kf_seq_show). */
  private static final int MAX_SIZE_BYTES = 1 << 16;

  private static final String MODALIAS = "modalias";

  private static final String TOP = "/sys/devices";

  /** A folder of each device, which never has devices (drivers/base/power/sysfs.c). */
  private static final String POWER = "power";

  /** What a file of a device says that is gone by now, though its name was there. */
  private static final String NO_DEVICE = "No such device";

  private final Path top;
  private final BiConsumer<String, IOException> unreadable;
  private final List<Device> devices = new ArrayList<>();
  private final Deque<Path> open = new ArrayDeque<>();

  private SysDevices(Path top, BiConsumer<String, IOException> unreadable) {
    this.top = top;
    this.unreadable = unreadable;
  }

  /**
   * Returns the devices that {@code folder}, which is /sys/devices or a copy of it, has at this
   * moment, ordered by their paths, and the aliases of one as they stand. Links are not followed.
   * What vanishes meanwhile is left out.
   *
   * @param unreadable is given each folder and file below that cannot be read, and why
   * @throws IOException if {@code folder} itself cannot be read
   */
  public static List<Device> read(Path folder, BiConsumer<String, IOException> unreadable)
      throws IOException {
    if (!Files.readAttributes(folder, BasicFileAttributes.class).isDirectory()) {
      throw new NotDirectoryException(folder.toString()); // one that opens a pipe waits for ever
    }
    SysDevices found = new SysDevices(folder, unreadable);
    found.look(folder);
    while (!found.open.isEmpty()) {
      found.lookFurther(found.open.pop());
    }
    found.devices.sort(Comparator.comparing(Device::path));
    return found.devices;
  }

  private void lookFurther(Path folder) {
    try {
      look(folder);
    } catch (IOException failed) {
      refuse(folder, failed);
    }
  }

  /** Takes note of the folders in {@code folder}, and reads its file modalias. */
  private void look(Path folder) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        look(entry, String.valueOf(entry.getFileName()));
      }
    } catch (DirectoryIteratorException failed) {
      throw failed.getCause();
    }
  }

  private void look(Path entry, String name) {
    if (name.equals(POWER)) {
      return;
    }
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (attributes.isDirectory() && !name.equals(MODALIAS)) {
        open.push(entry);
      } else if (attributes.isRegularFile() && name.equals(MODALIAS)) {
        add(entry); // a copy may hold other things
      }
    } catch (IOException failed) {
      refuse(entry, failed);
    }
  }

  private void add(Path file) throws IOException {
    String text;
    try (InputStream in = Files.newInputStream(file)) {
      text = new String(in.readNBytes(MAX_SIZE_BYTES), StandardCharsets.ISO_8859_1);
    }
    String device = shown(Optional.ofNullable(file.getParent()).orElse(top));
    text.lines()
        .map(String::strip)
        .filter(alias -> !alias.isEmpty())
        .distinct()
        .forEach(alias -> devices.add(new Device(device, alias)));
  }

  private void refuse(Path path, IOException failed) {
    if (!(failed instanceof NoSuchFileException) && !IoReason.of(failed).equals(NO_DEVICE)) {
      unreadable.accept(shown(path), failed);
    }
  }

  private String shown(Path path) {
    return path.equals(top) ? TOP : TOP + "/" + top.relativize(path);
  }
}
