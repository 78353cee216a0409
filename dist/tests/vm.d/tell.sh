# shellcheck shell=dash
# What is loaded, as lsmod and modinfo tell it and as Debian's kmod does.

# same PROGRAM ARGUMENT...: ours and kmod's print the same.
same() {
  "$@" >/tmp/ours || return 1
  program=$1
  shift
  "/opt/kmod/bin/$program" "$@" >/tmp/kmods || return 1
  diff /tmp/kmods /tmp/ours
}

same_modinfo() {
  modinfo "$1" | sed '/^build-id:/d' >/tmp/ours
  /opt/kmod/bin/modinfo "$1" >/tmp/kmods
  diff /tmp/kmods /tmp/ours
}

modprobe -a bridge 8021q vxlan ext4 loop
check "lsmod prints kmod's table" same lsmod
check "lsmod --tree has a line for each module" [ "$(lsmod --tree | grep -c .)" -ge "$(wc -l </proc/modules)" ]
lsmod --json >/tmp/json
check "lsmod --json names them" grep '"name": "bridge"' /tmp/json
check "modinfo of a module of the running kernel" same_modinfo ext4
check "modinfo of a part of the running kernel" same modinfo unix
check "kmod static-nodes prints the device nodes that kmod prints" same kmod static-nodes --format=tmpfiles
modprobe -a -r bridge 8021q vxlan ext4 loop
