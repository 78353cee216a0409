# shellcheck shell=dash
# A kernel that was told to load signed modules only, one that is locked down, and one that loads no more:
# the command line has module.sig_enforce=1 or lockdown=integrity, and
# module_blacklist=veth,llc,net-failover.

[ -e /sys/kernel/security/lockdown ] || mount -t securityfs securityfs /sys/kernel/security
dummy=$(file_of dummy)
head -c -"$(perl -0777 -ne 'print 40 + unpack("N", substr($_, -32, 4))' "$dummy")" "$dummy" >/tmp/unsigned.ko
sign_it="it is not signed; sign it with a key of this kernel (scripts/sign-file of its source)"
case $(cat /sys/kernel/security/lockdown) in
  *"[integrity]"*)
    check "an unsigned module under lockdown" \
      says 1 "insmod: ERROR: could not insert module /tmp/unsigned.ko: Operation not permitted
insmod: NOTE: this kernel loads signed modules only (lockdown, /sys/kernel/security/lockdown is integrity)
insmod: NOTE: /tmp/unsigned.ko: $sign_it" insmod /tmp/unsigned.ko
    ;;
  *)
    check "an unsigned module where signatures are enforced" \
      says 1 "insmod: ERROR: could not insert module /tmp/unsigned.ko: Key was rejected by service
insmod: NOTE: this kernel loads signed modules only (module.sig_enforce on its command line)
insmod: NOTE: /tmp/unsigned.ko: $sign_it" insmod /tmp/unsigned.ko
    ;;
esac
check "a module that the kernel's command line names" \
  says 1 "modprobe: ERROR: could not insert 'veth': Operation not permitted
modprobe: NOTE: module_blacklist= on the kernel command line names it (/proc/cmdline); take it out in the boot loader's configuration" \
  modprobe veth
check "one that a module needs" says 1 "modprobe: ERROR: could not insert 'stp': Operation not permitted
modprobe: NOTE: it was llc that the kernel refused, which stp needs
modprobe: NOTE: module_blacklist= on the kernel command line names it (/proc/cmdline); take it out in the boot loader's configuration" \
  modprobe stp
check "--explain foresees it" tells 1 "  verdict    the kernel would refuse llc, which it needs: Operation not permitted" \
  modprobe --explain stp
check "a name with a dash names no module for the kernel" says 0 "" modprobe net_failover
modprobe -r net_failover
check "a signed module goes in" says 0 "" modprobe dummy
echo 1 >/proc/sys/kernel/modules_disabled
check "a kernel that loads no more modules" \
  says 1 "modprobe: ERROR: could not insert 'tun': Operation not permitted
modprobe: NOTE: /proc/sys/kernel/modules_disabled is 1: no module goes in or out before the next boot; sysctl.conf(5) or sysctl.d may set it" \
  modprobe tun
check "and removes none" says 1 "rmmod: ERROR: could not remove 'dummy': Operation not permitted
rmmod: ERROR: could not remove module dummy: Operation not permitted
rmmod: NOTE: /proc/sys/kernel/modules_disabled is 1: no module goes in or out before the next boot; sysctl.conf(5) or sysctl.d may set it" \
  rmmod dummy
