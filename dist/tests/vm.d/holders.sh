# shellcheck shell=dash
# Holding the lock on /proc/modules, for the parts lock and attack.

# hold MODE USER SECONDS: takes the lock in the background, and returns when it is taken.
hold() {
  perl -e '
    my ($mode, $uid, $seconds) = @ARGV;
    ($<, $>) = ($uid, $uid);
    open(my $file, "<", "/proc/modules") or die "$!\n";
    flock($file, $mode eq "shared" ? 1 : 2) or die "$!\n";
    sleep $seconds' "$@" &
  holder=$!
  until is_locked; do sleep 0.02; done
}

release() {
  kill -9 "$holder"
  wait "$holder" 2>/dev/null
}

is_locked() { grep -q "^[0-9]*: FLOCK .*:$(stat -c %i /proc/modules) 0 EOF" /proc/locks; }

# Hundredths of a second that a command takes, the best of three times "modprobe, rmmod".
best_of_three() {
  loading=99999 removing=99999
  for round in 1 2 3; do
    start=$(now)
    modprobe dummy 2>>/tmp/said || return 1
    middle=$(now)
    rmmod dummy 2>>/tmp/said || return 1
    end=$(now)
    [ $((middle - start)) -ge $loading ] || loading=$((middle - start))
    [ $((end - middle)) -ge $removing ] || removing=$((end - middle))
  done
  echo "modprobe $loading, rmmod $removing hundredths of a second in round $round"
}

best_of_three >/tmp/usual
usual_loading=$loading usual_removing=$removing

# Both work, at most a second slower than usual.
hardly_delayed() {
  cat /tmp/usual
  best_of_three || { cat /tmp/said; return 1; }
  [ $loading -le $((usual_loading + 100)) ] && [ $removing -le $((usual_removing + 100)) ]
}
