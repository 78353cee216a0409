# shellcheck shell=dash
# What cannot be undone before the machine ends.

echo 1 >/proc/sys/kernel/modules_disabled
check "a kernel that loads no more modules" \
  gives 1 "modprobe: ERROR: could not insert 'veth': Operation not permitted" modprobe veth
