# shellcheck shell=dash
# What boot needs: the modules of all devices, side by side, the same as kmod loads them one by one.
# The machine has devices of QEMU for this part (dist/tests/vm).

KMOD=/opt/kmod/bin/modprobe
RMMOD=/opt/kmod/bin/rmmod

# Removes all that nothing uses, until there is nothing left that could be removed.
remove_all() {
  while :; do
    before=$(wc -l </proc/modules)
    sed -n 's/^\([^ ]*\) [0-9]* 0 .*/\1/p' /proc/modules | xargs -n 1 "$RMMOD" 2>/dev/null
    [ "$(wc -l </proc/modules)" -lt "$before" ] || return 0
  done
}

loaded_names() { cut -d ' ' -f 1 /proc/modules | sort; }

# What scripts do: kmod for each file modalias, again and again until nothing new is loaded.
coldplug_by_kmod() {
  while :; do
    before=$(loaded_names)
    find /sys/devices -name modalias -print0 | xargs -0 sort -u | xargs -d '\n' "$KMOD" -abq
    sleep 1
    [ "$(loaded_names)" != "$before" ] || return 0
  done
}

same_modules_as_kmod() {
  begin=$(now)
  coldplug_by_kmod
  middle=$(now)
  loaded_names >/tmp/by-kmod
  remove_all
  loaded_names >/tmp/stay
  end=$(now)
  modprobe --coldplug --jobs="$1" || return 1
  echo "seconds: kmod $((middle - begin))/100, ours $(($(now) - end))/100" >>/tmp/seconds
  loaded_names >/tmp/by-us
  remove_all
  [ -s /tmp/by-kmod ] && diff /tmp/by-kmod /tmp/by-us
}

check "--coldplug loads what kmod loads for each modalias" same_modules_as_kmod 1
check "--coldplug --jobs=0 does so too" same_modules_as_kmod 0
sed 's/^/    (/; s/$/)/' /tmp/seconds
drivers_are_told() { modprobe --coldplug -n | grep -q "^$1	/sys/devices/pci.*	pci:"; }
check "--coldplug -n names device and driver" drivers_are_told e1000e

# kvm_intel refuses its init on the processor that QEMU emulates.
broken_fails() {
  tells 1 "could not insert 'kvm_intel': Operation not supported" \
    modprobe -a --jobs=4 dummy kvm-intel 8021q loop && loaded kvm dummy 8021q loop
}
check "one whose init fails does not stop the others" broken_fails
remove_all

killed() {
  modprobe -a --jobs=4 dummy 8021q loop bridge ext4 vxlan &
  victim=$!
  usleep "$1" 2>/dev/null || true
  kill -9 "$victim" 2>/dev/null
  wait "$victim" 2>/dev/null
  timeout 10 flock -x /proc/modules true || return 1
  modprobe -a --jobs=4 dummy 8021q loop bridge ext4 vxlan || return 1
  loaded dummy 8021q loop bridge ext4 vxlan
  remove_all
}
for after in 20000 200000; do
  check "a parallel load that is killed after $after microseconds leaves no lock" killed $after
done
mkdir -p /etc/modules-load.d
printf '# boot\ndummy numdummies=1\n' >/etc/modules-load.d/a.conf
check "--load-lists loads what is listed" gives 0 "" modprobe --load-lists
check "--load-lists has loaded it with its parameter" file_says /sys/module/dummy/refcnt 0
remove_all
rm /etc/modules-load.d/a.conf
