package org.moduletools.kmod;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of modules.devname, such as {@code tun net/tun c10:200}: a device node that is there
 * before its module is, which is loaded when the node is opened.
 *
 * @param module its module
 * @param node its path below /dev
 * @param type {@code c} for a character device, {@code b} for a block device
 * @param major its major number, unsigned 32 bits
 * @param minor its minor number, unsigned 32 bits
 */
record DeviceNode(String module, String node, char type, long major, long minor) {

  /** What sscanf takes as {@code %s %s %c%u:%u}, but for signs (kmod 34, tools/static-nodes.c). */
  private static final Pattern LINE =
      Pattern.compile("\\s*(\\S+)\\s+(\\S+)\\s+([cb])\\s*(\\d{1,10}):\\s*(\\d{1,10}).*");

  private static final long MAX_NUMBER = 0xffff_ffffL;

  /** Returns what {@code line} says, or nothing if it makes no sense. */
  static Optional<DeviceNode> parse(String line) {
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

  /** Returns lines for people. */
  String human() {
    return "Module: " + module
        + "\n\tDevice node: /dev/" + node
        + "\n\t\tType: " + (type == 'c' ? "character" : "block") + " device"
        + "\n\t\tMajor: " + major
        + "\n\t\tMinor: " + minor + "\n";
  }

  /**
   * Returns lines of tmpfiles.d(5): one for the folder, if it is not /dev, and one for the node.
   */
  String tmpfiles() {
    int slash = node.lastIndexOf('/');
    String folder = slash < 0 ? "" : "d /dev/" + node.substring(0, slash) + " 0755 - - -\n";
    return folder + type + "! /dev/" + node + " 0600 - - - " + major + ":" + minor + "\n";
  }

  /** Returns the line of modules.devname. */
  String devname() {
    return module + " " + node + " " + type + major + ":" + minor + "\n";
  }
}
