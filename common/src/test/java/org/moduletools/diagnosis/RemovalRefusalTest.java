package org.moduletools.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.moduletools.kernel.Errno;
import org.moduletools.module.ModuleName;
import org.moduletools.tree.ModuleTree;

class RemovalRefusalTest {

  private final DiagnosedMachine machine = new DiagnosedMachine();

  private List<String> words(String module, Errno errno) {
    try (ModuleTree tree = machine.tree()) {
      return DiagnosedMachine.words(new RemovalRefusal(new ModuleName(module), errno)
          .causes(tree, machine.kernel, machine.root));
    }
  }

  @Test
  void aFileSystemThatIsMounted() {
    machine
        .file(DiagnosedMachine.FOLDER + "/modules.dep", "kernel/vfat.ko:\n")
        .file(DiagnosedMachine.FOLDER + "/modules.alias", "alias fs-vfat vfat\n")
        .file("/proc/mounts", """
            /dev/sda1 / ext4 rw 0 0
            /dev/sdb1 /mnt/my\\040stick vfat rw 0 0
            /dev/sda2 /boot/efi vfat rw 0 0
            """);

    assertThat(words("vfat", Errno.EAGAIN))
        .containsExactly("mounted: /mnt/my stick (vfat) and /boot/efi (vfat); umount ends that");
  }

  @Test
  void interfacesThatItDrives() {
    machine
        .file(DiagnosedMachine.FOLDER + "/modules.dep", "kernel/e1000e.ko:\n")
        .file("/sys/class/net/lo/uevent", "INTERFACE=lo\n")
        .file("/sys/class/net/br0/uevent", "DEVTYPE=bridge\n")
        .link("/sys/class/net/eth0/device/driver/module", "../../../../module/e1000e")
        .link("/sys/class/net/eth1/device/driver/module", "../../../../module/igb");

    assertThat(words("e1000e", Errno.EAGAIN))
        .containsExactly("network interfaces that it drives: eth0; a process may hold them,"
            + " or they last until ip link delete");
    assertThat(words("bridge", Errno.EAGAIN))
        .containsExactly("network interfaces that it drives: br0; a process may hold them,"
            + " or they last until ip link delete");
  }

  @Test
  void interfacesOfTunThatWereMadeToLast() {
    machine.kernel.uses("tun", 1);
    machine
        .file("/sys/class/net/tap7/uevent", "INTERFACE=tap7\nIFINDEX=5\n")
        .file("/sys/class/net/tap7/tun_flags", "0x5002\n")
        .file("/sys/class/net/eth0/uevent", "INTERFACE=eth0\nIFINDEX=2\n");

    assertThat(words("tun", Errno.EAGAIN))
        .containsExactly("network interfaces that it drives: tap7; a process may hold them,"
            + " or they last until ip link delete");
    assertThat(words("veth", Errno.EAGAIN)).isEmpty();
  }

  @Test
  void modulesThatUseIt() {
    machine.kernel.knows("bridge", "stp");
    machine.kernel.hasLoaded("stp", "bridge");

    assertThat(words("stp", Errno.EAGAIN))
        .containsExactly(
            "modules that use it: bridge; modprobe -r --remove-holders removes them first");
  }

  @Test
  void aProcessCannotBeKnown() {
    machine.kernel.uses("loop", 1);

    assertThat(words("loop", Errno.EAGAIN))
        .containsExactly("no other module, mount or network interface uses it, so a process does,"
            + " or the kernel; fuser or lsof shows who has a device of it open");
  }

  @Test
  void aKernelThatKeepsNoCountsTellsNothing() {
    machine.kernel.uses("loop", 1);
    machine.kernel.keepsNoCounts();

    assertThat(words("loop", Errno.EAGAIN)).isEmpty();
  }

  @Test
  void ofAPermanentModuleTheMessageItselfSaysAll() {
    machine.kernel.logs("<4>[    4.449324] loop: module verification failed: signature missing");

    assertThat(words("loop", Errno.EBUSY)).isEmpty();
  }

  @Test
  void whoIsNotRootRemovesNothing() {
    machine
        .file("/proc/self/status", "Uid:\t1000\t1000\t1000\t1000\nCapEff:\t0000000000000000\n")
        .file("/proc/modules", "");

    assertThat(words("loop", Errno.EPERM))
        .containsExactly(
            "only root may load and remove modules (CAP_SYS_MODULE); try it with sudo");
  }
}
