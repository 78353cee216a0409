package org.moduletools.index;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of modules.devname, such as {@code tun net/tun c10:200}: a device node that exists before
 * its module is loaded; opening the node loads it.
 *
 * @param module its module
 * @param path its path below /dev
 * @param type {@code c} for a character device, {@code b} for a block device
 * @param major its major number, unsigned 32 bits
 * @param minor its minor number, unsigned 32 bits
 */
public record DeviceNode(String module, String path, char type, long major, long minor) {

  /**
   * The form that sscanf accepts for {@code %s %s %c%u:%u}, except signs (kmod 34,
   * tools/static-nodes.c).
   */
  private static final Pattern LINE =
      Pattern.compile("\\s*(\\S+)\\s+(\\S+)\\s+([cb])\\s*(\\d{1,10}):\\s*(\\d{1,10}).*");

  private static final long MAX_NUMBER = 0xffff_ffffL;

  /** Parses {@code line}. Returns nothing if it is malformed. */
  public static Optional<DeviceNode> parse(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      return Optional.empty();
    }
    long major = Long.parseLong(parts.group(4));
    long minor = Long.parseLong(parts.group(5));
    return major > MAX_NUMBER || minor > MAX_NUMBER
        ? Optional.empty()
        : Optional.of(
            new DeviceNode(parts.group(1), parts.group(2), parts.group(3).charAt(0), major, minor));
  }

  /** Returns the line, with its end. */
  public String line() {
    return module + " " + path + " " + type + major + ":" + minor + "\n";
  }
}
