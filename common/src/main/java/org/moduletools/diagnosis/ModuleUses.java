package org.moduletools.diagnosis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.moduletools.kernel.Kernel;
import org.moduletools.module.ModuleName;
import org.moduletools.tree.ModuleTree;

/**
 * The users of a loaded module, except processes, which cannot be found.
 *
 * @param holders the modules
 * @param mounts the file systems of its types
 * @param networkDevices the names of the interfaces that it drives
 */
public record ModuleUses(
    List<ModuleName> holders, List<Mount> mounts, List<String> networkDevices) {

  /** How many mounts or interfaces are named in one line. */
  private static final int NAMED = 5;

  /**
   * A mounted file system.
   *
   * @param place where it is mounted
   * @param type its type, such as {@code ext4}
   */
  public record Mount(String place, String type) {}

  /** Copies the lists. */
  public ModuleUses {
    holders = List.copyOf(holders);
    mounts = List.copyOf(mounts);
    networkDevices = List.copyOf(networkDevices);
  }

  /**
   * Finds the users.
   *
   * @param tree has the aliases for types of file systems
   * @param root the folder that holds proc and sys
   */
  public static ModuleUses of(ModuleName module, Kernel kernel, ModuleTree tree, Path root) {
    return new ModuleUses(
        kernel.holders(module), mounts(module, tree, root), networkDevices(module, tree, root));
  }

  /** Lines of /proc/mounts: what, where, type, options; a blank in a place is {@code \040}. */
  private static List<Mount> mounts(ModuleName module, ModuleTree tree, Path root) {
    List<Mount> mounts = new ArrayList<>();
    Map<String, Boolean> types = new HashMap<>();
    for (String line : KernelText.of(root.resolve("proc/mounts")).orElse("").split("\n", -1)) {
      String[] columns = line.split(" ", 4);
      if (columns.length > 3
          && types.computeIfAbsent(columns[2], type -> isOf(module, "fs-" + type, type, tree))) {
        mounts.add(new Mount(columns[1].replace("\\040", " "), columns[2]));
      }
    }
    return mounts;
  }

  /** An interface without a device has its kind in uevent: a bridge, a vlan. */
  private static List<String> networkDevices(ModuleName module, ModuleTree tree, Path root) {
    Path net = root.resolve("sys/class/net");
    List<String> devices = new ArrayList<>();
    for (String name : KernelText.namesIn(net)) {
      Path device = net.resolve(name);
      if (isDriver(module, device.resolve("device/driver/module"))
          || isTunnel(module, device.resolve("tun_flags"))
          || isKind(module, device.resolve("uevent"), tree)) {
        devices.add(name);
      }
    }
    return devices;
  }

  private static boolean isDriver(ModuleName module, Path link) {
    try {
      return String.valueOf(Files.readSymbolicLink(link).getFileName()).equals(module.value());
    } catch (IOException partOfKernelOrNone) {
      return false;
    }
  }

  /** Only interfaces of tun have flags of this name; they tell neither driver nor kind. */
  private static boolean isTunnel(ModuleName module, Path flags) {
    return module.value().equals("tun") && Files.exists(flags);
  }

  private static boolean isKind(ModuleName module, Path uevent, ModuleTree tree) {
    return KernelText.of(uevent)
        .orElse("")
        .lines()
        .filter(line -> line.startsWith("DEVTYPE="))
        .map(line -> line.substring(line.indexOf('=') + 1))
        .anyMatch(kind -> isOf(module, "rtnl-link-" + kind, kind, tree));
  }

  /** Returns whether {@code alias} means {@code module}, or it has the name itself. */
  private static boolean isOf(ModuleName module, String alias, String name, ModuleTree tree) {
    if (module.equals(new ModuleName(name))) {
      return true;
    }
    try {
      return tree.resolve(alias).stream().anyMatch(meant -> meant.name().equals(module));
    } catch (IOException damaged) {
      return false;
    }
  }

  /** Returns one cause for each kind of user. */
  public List<Cause> causes() {
    List<Cause> causes = new ArrayList<>();
    if (!holders.isEmpty()) {
      causes.add(() -> "modules that use it: " + Sentence.allOf(holders, NAMED)
          + "; modprobe -r --remove-holders removes them first");
    }
    if (!mounts.isEmpty()) {
      List<String> places = mounts.stream()
          .map(mount -> mount.place() + " (" + mount.type() + ")")
          .toList();
      causes.add(() -> "mounted: " + Sentence.allOf(places, NAMED) + "; umount ends that");
    }
    if (!networkDevices.isEmpty()) {
      causes.add(() -> "network interfaces that it drives: " + Sentence.allOf(networkDevices, NAMED)
          + "; a process may hold them, or they last until ip link delete");
    }
    return causes;
  }
}
