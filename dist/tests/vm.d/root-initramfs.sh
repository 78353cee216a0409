#!/bin/sh
# The first process of an initramfs without udev and without kmod, as doc/boot.md has it: our executable
# loads what the devices need, the root file system is mounted, and goes on from there. Which disk that is
# tells root= on the kernel's command line.
export PATH=/sbin:/bin
mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t devtmpfs dev /dev
for port in 1 2; do stty -F /dev/ttyS$port raw -echo 115200; done
read -r up _ </proc/uptime
echo "up $up" >/dev/ttyS2
exec >/dev/ttyS1 2>&1 </dev/null
rm -r /opt/kmod

modprobe --load-lists --jobs=0
modprobe --coldplug --jobs=0
read -r root <<END
$(sed 's/.*root=\([^ ]*\).*/\1/' /proc/cmdline)
END
mount -t ext4 -o ro "$root" /mnt || { echo "FAIL $root is mounted"; cat /proc/partitions /proc/modules; }
for place in dev proc sys; do mount -o move /$place /mnt/$place; done
exec switch_root /mnt /init
