package org.moduletools.dist;

import java.io.IOException;
import java.nio.file.Path;
import org.moduletools.modulefile.ModuleBuilder;

/**
 * Writes a small tree of made-up modules, for the scripts to work on where no kernel's modules can
 * be had. A few have the names, needs and aliases of well-known ones; three hundred fill a folder.
 *
 * <pre>
 *   lib/modules/0.1-small/
 *     modules.order, modules.builtin, modules.builtin.modinfo
 *     kernel/
 *       lib/crc16.ko, crypto/crc32c_generic.ko
 *       fs/mbcache.ko, fs/jbd2/jbd2.ko, fs/ext4/ext4.ko
 *       drivers/net/tun.ko, drivers/net/ethernet/intel/e1000e/e1000e.ko
 *       drivers/usb/storage/usb-storage.ko, drivers/usb/storage/uas.ko
 *       net/chain/chain-0.ko ... chain-299.ko    each needs the one of half its number
 * </pre>
 */
final class SmallTree {

  private static final int CHAIN_LENGTH = 300;

  private final MadeUpTree tree;

  private SmallTree(Path root) {
    tree = new MadeUpTree(root, "0.1-small");
  }

  /** Writes the tree into the folder that the first argument names. */
  public static void main(String[] arguments) throws IOException {
    SmallTree written = new SmallTree(Path.of(arguments[0]));
    written.addFileSystems();
    written.addDrivers();
    written.addChain();
    written.tree.finish();
  }

  private void addFileSystems() {
    add("lib/crc16.ko", new ModuleBuilder().exports("crc16", 0x1601));
    add(
        "crypto/crc32c_generic.ko",
        new ModuleBuilder().modinfo("alias=crypto-crc32c", "alias=crc32c"));
    add("fs/mbcache.ko", new ModuleBuilder().exports("mb_cache_create", 0x4d01));
    add(
        "fs/jbd2/jbd2.ko",
        new ModuleBuilder()
            .modinfo("softdep=pre: crypto-crc32c")
            .exports("jbd2_journal_start", 0x4a01));
    add(
        "fs/ext4/ext4.ko",
        new ModuleBuilder()
            .modinfo("alias=fs-ext4", "alias=fs-ext3", "softdep=pre: crypto-crc32c")
            .needs("jbd2_journal_start", "mb_cache_create", "crc16"));
  }

  private void addDrivers() {
    add(
        "drivers/net/tun.ko",
        new ModuleBuilder().modinfo("alias=devname:net/tun", "alias=char-major-10-200"));
    add(
        "drivers/net/ethernet/intel/e1000e/e1000e.ko",
        new ModuleBuilder().modinfo("alias=pci:v00008086d000010D3sv*sd*bc*sc*i*"));
    add(
        "drivers/usb/storage/usb-storage.ko",
        new ModuleBuilder()
            .modinfo("alias=usb:v*p*d*dc*dsc*dp*ic08isc06ip50in*")
            .exports("usb_stor_probe1", 0x5501));
    add(
        "drivers/usb/storage/uas.ko",
        new ModuleBuilder()
            .modinfo("alias=usb:v*p*d*dc*dsc*dp*ic08isc06ip[56]*in*")
            .needs("usb_stor_probe1"));
  }

  private void addChain() {
    for (int i = 0; i < CHAIN_LENGTH; i++) {
      ModuleBuilder module = new ModuleBuilder().exports("chain_" + i, i);
      if (i > 0) {
        module.needs("chain_" + i / 2);
      }
      add("net/chain/chain-" + i + ".ko", module);
    }
  }

  private void add(String path, ModuleBuilder module) {
    tree.add(path, module);
  }
}
