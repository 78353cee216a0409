# shellcheck shell=dash disable=SC2154 # holders.sh sets variables
# The lock on /proc/modules: who holds it, who is waited for, and that it never stays.

. /tests/holders.sh

hold exclusive 1000 9999
check "an exclusive lock of an ordinary user delays nobody" hardly_delayed
check "modprobe tells of it" \
  tells 0 "/proc/modules is locked by process $holder (perl, user), which can neither" modprobe dummy
release
hold shared 1000 9999
check "a shared lock of an ordinary user delays nobody" hardly_delayed
modprobe dummy
check "rmmod tells of it" \
  tells 0 "/proc/modules is locked by process $holder (perl, user), which can neither" rmmod dummy
release

hold exclusive 0 15
check "modprobe waits for a process of root and names it" \
  gives 0 "modprobe: WARNING: waiting for process $holder (perl, root) to release /proc/modules, \
for 30 seconds at most" \
  modprobe dummy
hold shared 0 15
check "rmmod waits for a process of root and names it" \
  gives 0 "rmmod: WARNING: waiting for process $holder (perl, root) to release /proc/modules, \
for 20 seconds at most" \
  rmmod --lock-timeout 20 dummy
hold exclusive 0 9999
check "modprobe --lock-timeout 0 does not wait" \
  tells 1 "process $holder (perl, root)" modprobe --lock-timeout 0 dummy
check "modprobe -n does not take it" \
  gives 0 "insmod $(file_of dummy) " modprobe -n -v --lock-timeout 0 dummy
check "modprobe -a waits for it once" tells 1 "could not insert 'loop'" timeout 12 \
  modprobe --lock-timeout 5 -a dummy tun loop
release
hold shared 0 9999
check "a shared lock does not keep modprobe" gives 0 "" modprobe --lock-timeout 0 dummy
check "but it keeps rmmod" \
  tells 1 "process $holder (perl, root)" rmmod --lock-timeout 0 dummy
release
rmmod dummy

# Kills modprobe and rmmod at moments spread over the time that they usually take.
no_lock_stays_after_kills() {
  for moment in $(seq 1 "$1"); do
    for run in "modprobe bridge" "rmmod bridge stp llc"; do
      $run 2>/dev/null &
      victim=$!
      pause=$((moment * usual_loading / $1))
      sleep "$((pause / 100)).$(printf %02d $((pause % 100)))"
      kill -9 $victim
      wait $victim 2>/dev/null
      ! is_locked || return 1
    done
  done
}

check "no lock stays when modprobe or rmmod is killed" no_lock_stays_after_kills 10
check "modprobe works as ever after that" gives 0 "" modprobe --lock-timeout 0 bridge
check "modprobe -r works as ever after that" gives 0 "" modprobe -r --lock-timeout 0 bridge

# A removal that waits, and says so in the file "order" when it is done.
let_removal_wait() {
  modprobe dummy
  hold shared 0 9999
  : >/tmp/order
  { rmmod dummy 2>/dev/null; echo removed >>/tmp/order; } &
  removal=$!
  until grep -q "^[0-9]*: FLOCK .* WRITE .*:$(stat -c %i /proc/vmallocinfo) 0 EOF" /proc/locks; do sleep 0.02; done
}

removal_goes_first() {
  let_removal_wait
  { modprobe loop 2>/dev/null; echo loaded >>/tmp/order; } &
  load=$!
  sleep 1
  echo "before the lock is free" >>/tmp/order
  release
  wait $removal $load
  rmmod loop
  [ "$(xargs </tmp/order)" = "before the lock is free removed loaded" ] || { cat /tmp/order; return 1; }
}

# 41 is AF_KCM, 2 is SOCK_DGRAM. Other loads would wait for ten seconds.
kernel_does_not_wait() {
  let_removal_wait
  echo /opt/module-tools/bin/modprobe >/proc/sys/kernel/modprobe
  perl -e 'socket(my $s, 41, 2, 0) or die "$!\n"' &
  user=$!
  for _ in $(seq 80); do is_loaded kcm || sleep 0.1; done
  is_loaded kcm && echo loaded >>/tmp/order
  release
  wait $removal $user
  modprobe -r kcm
  [ "$(xargs </tmp/order)" = "loaded removed" ] || { cat /tmp/order; return 1; }
}

check "a load lets a removal that waits go first" removal_goes_first
check "what the kernel has loaded does not wait for it" kernel_does_not_wait
