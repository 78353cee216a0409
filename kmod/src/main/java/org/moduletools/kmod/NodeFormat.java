package org.moduletools.kmod;

import org.moduletools.index.DeviceNode;

/** The forms in which {@code kmod static-nodes} prints a device node. */
final class NodeFormat {

  private NodeFormat() {}

  /** Returns lines for people. */
  static String human(DeviceNode node) {
    return "Module: " + node.module()
        + "\n\tDevice node: /dev/" + node.path()
        + "\n\t\tType: " + (node.type() == 'c' ? "character" : "block") + " device"
        + "\n\t\tMajor: " + node.major()
        + "\n\t\tMinor: " + node.minor() + "\n";
  }

  /**
   * Returns lines of tmpfiles.d(5): one for the folder, if it is not /dev, and one for the node.
   */
  static String tmpfiles(DeviceNode node) {
    String path = node.path();
    int slash = path.lastIndexOf('/');
    String folder = slash < 0 ? "" : "d /dev/" + path.substring(0, slash) + " 0755 - - -\n";
    return folder + node.type() + "! /dev/" + path + " 0600 - - - " + node.major() + ":"
        + node.minor() + "\n";
  }
}
