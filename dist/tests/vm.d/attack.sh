# shellcheck shell=dash
# An ordinary user who attacks the lock on /proc/modules: whatever is tried, root's modprobe and rmmod do
# what they are asked to, in time, and say of whom they did not wait.

. /tests/holders.sh

# attack KIND: starts attack.pl, in a process group of its own.
attack=/tmp/attack
attack() {
  mkdir -m 777 $attack
  setsid perl /tests/attack.pl "$1" &
  attacker=$!
  for _ in $(seq 3000); do
    ! { [ -e $attack/ready ] && is_locked; } || return 0
    sleep 0.02
  done
  check "the attack $1 begins" false
}

attack_is_over() {
  kill -9 "-$attacker"
  wait "$attacker" 2>/dev/null
  while is_locked; do sleep 0.02; done
  rm -rf $attack
}

# in_time COMMAND...: it succeeds within twenty seconds, less than anybody waits for a lock.
in_time() {
  start=$(now)
  timeout 20 "$@" 2>/tmp/said
  status=$?
  echo "'$*' ended with $status after $(($(now) - start)) hundredths of a second"
  cat /tmp/said
  return $status
}

# Both do what they shall, and without patience too.
works() {
  in_time modprobe bridge && loaded bridge stp llc && in_time rmmod bridge && ! is_loaded bridge &&
    in_time modprobe --lock-timeout 0 dummy && loaded dummy &&
    in_time modprobe -r --lock-timeout 0 -a dummy stp && nothing_loaded
}

# says_whom PATTERN
says_whom() { in_time modprobe dummy && in_time rmmod dummy && grep -E "$1" /tmp/said; }

attack stopped
check "a stopped holder delays nobody" works
check "it is named" says_whom "locked by process $attacker \(perl, user\), which can neither"
attack_is_over

attack loop
check "a lock that is taken and given back all the time delays nobody" works
attack_is_over

attack crowd
check "two hundred that take it in turn delay nobody" works
attack_is_over

attack many
check "a process with a thousand locks delays nobody" works
check "it is named once" says_whom "locked by process $attacker \(perl, user\), which can neither"
attack_is_over

attack gone
check "three hundred takers that are gone delay nobody" works
check "five of them are named" says_whom "(process [0-9]+ \(gone, unknown\)(, | and )){5}295 more, which can"
attack_is_over

attack name
check "no name of a process reaches the terminal as it is, nor makes it another's" \
  gives 0 "modprobe: WARNING: /proc/modules is locked by process $attacker (?[2J?Uid:?0?0, user), which can \
neither load nor remove modules; not waiting for it" modprobe dummy
rmmod dummy 2>/dev/null
attack_is_over

attack number
taker=$(cat $attack/taker)
until [ "${heir:-0}" = "$taker" ]; do
  echo $((taker - 1)) >/proc/sys/kernel/ns_last_pid
  sleep 9999 &
  heir=$!
  [ $heir = "$taker" ] || kill -9 $heir
done
check "a process of root that got the number of the one that took it is not waited for" works
check "it is not named" says_whom "locked by process $taker \(gone, unknown\), which can neither"
kill -9 "$heir"
attack_is_over

attack setuid
check "a set-user-ID program in the hands of a user delays nobody" works
attack_is_over

# As long as the user who locked it is there, it is his; when he is gone, it may have been root's.
attack shared
check "a user who locks a descriptor that root has too delays nobody" works
kill -9 "$(cat $attack/user)"
check "when he is gone, root's process is named, and not waited for without patience" \
  tells 1 "/proc/modules is locked by process $attacker (perl, root)" modprobe --lock-timeout 0 dummy
attack_is_over
check "nothing is left of all that" nothing_loaded
