# shellcheck shell=dash
# Real modules go in and out with all that they need.

check "bridge goes in and out with its chain" in_and_out bridge stp llc
check "8021q goes in and out with its chain" in_and_out 8021q garp mrp stp llc
check "vxlan goes in and out with its chain" in_and_out vxlan ip6_udp_tunnel udp_tunnel
check "ext4 goes in and out with its chain and softdep" in_and_out ext4 jbd2 mbcache crc16 crc32c_generic

modprobe bridge
check "the kernel counts who uses a module" file_says /sys/module/llc/refcnt 2
check "the kernel names who uses a module" names_in /sys/module/llc/holders "bridge stp"
check "rmmod names the modules that use one" \
  gives 1 "rmmod: ERROR: Module llc is in use by: bridge stp" rmmod llc
check "modprobe -r refuses what is in use" \
  gives 1 "modprobe: FATAL: Module llc is in use." modprobe -r llc
modprobe 8021q
check "modprobe -r leaves what others use" gives 0 "" modprobe -r bridge
check "modprobe -r has left it" loaded stp llc mrp garp
check "rmmod removes several, users first" gives 0 "" rmmod 8021q mrp garp stp llc
check "rmmod has removed all of them" nothing_loaded
modprobe bridge
check "modprobe -r --remove-holders removes the users first" \
  gives 0 "" modprobe -r --remove-holders llc
check "modprobe --remove-holders has removed all" nothing_loaded

echo 'options loop max_loop=3' >/etc/modprobe.d/loop.conf
check "a module loads with parameters" gives 0 "" modprobe loop hw_queue_depth=64
check "a parameter of the command line arrives" \
  file_says /sys/module/loop/parameters/hw_queue_depth 64
check "a parameter of modprobe.d arrives" file_says /sys/module/loop/parameters/max_loop 3
check "a parameter of the kernel's command line arrives" \
  file_says /sys/module/loop/parameters/max_part 7
dd if=/dev/zero of=/tmp/disk bs=1024 count=64 2>/dev/null
losetup /dev/loop0 /tmp/disk
check "rmmod refuses what a device uses" gives 1 "rmmod: ERROR: Module loop is in use" rmmod loop
check "modprobe -r -w says what it waits for" \
  gives 1 "modprobe: WARNING: waiting for module loop, which is in use, for 3 seconds at most
modprobe: ERROR: could not remove 'loop': Resource temporarily unavailable" modprobe -r -w 2500 loop
losetup -d /dev/loop0
check "rmmod removes it when the device is gone" gives 0 "" rmmod loop
rm /etc/modprobe.d/loop.conf

# There is no folder of modules of release 0.0: only the kernel knows the modules.
modprobe bridge
check "what is loaded need not have a file" gives 0 "" modprobe -S 0.0 bridge
check "modprobe -v says so" \
  gives 0 "modprobe: NOTICE: module bridge is in the kernel; no file of it is known, and none is needed" \
  modprobe -v -S 0.0 bridge
check "nor need a part of the kernel" gives 0 "" modprobe -S 0.0 printk
check "a part of the kernel cannot be removed" \
  gives 1 "modprobe: FATAL: Module printk is builtin." modprobe -r -S 0.0 printk
check "what is not loaded must have one" \
  gives 1 "modprobe: FATAL: Module dummy not found in directory /lib/modules/0.0" modprobe -S 0.0 dummy
check "modprobe -r removes it by its name, with what it used" \
  gives 0 "rmmod bridge
rmmod stp
rmmod llc" modprobe -r -v -S 0.0 bridge
check "nothing of it is left" nothing_loaded
