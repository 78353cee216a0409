#!/bin/sh
# The first process of the root file system that root-initramfs.sh mounts: says what has come up, in lines
# that dist/tests/vm counts.

# says WHAT COMMAND...
says() {
  what=$1
  shift
  if said=$("$@" 2>&1); then
    echo "ok $what"
  else
    echo "FAIL $what"
    printf '%s\n' "$said" | sed 's/^/    /'
  fi
}

root_is() { grep "^$1 / ext4 ro" /proc/mounts || { cat /proc/mounts; return 1; }; }

# The gateway is QEMU's own. An emulated card takes some seconds to find its link.
network_is_up() {
  ip link set eth0 up && ip address add 10.0.2.15/24 dev eth0
  for _ in 1 2 3 4 5 6 7 8 9 10; do ! ping -c 1 -w 3 10.0.2.2 || return 0; done
  return 1
}

loaded() {
  for module; do grep "^$module " /proc/modules || { cat /proc/modules; return 1; }; done
}

read -r up _ </proc/uptime
read -r root disk network <<END
$(sed 's/.*root=\([^ ]*\) drivers=\([^,]*\),\([^ ]*\).*/\1 \2 \3/' /proc/cmdline)
END
says "the root file system of $root is mounted by ext4, for the kernel has asked for it" root_is "$root"
says "by its drivers $disk and $network" loaded "$disk" "$network" ext4
says "the network of $network answers" network_is_up
echo "    (seconds until the root is there: $up)"
sleep 1
echo "exit 0" >/dev/ttyS2
poweroff -f
