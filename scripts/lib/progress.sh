# shellcheck shell=bash
# Shows that a long command is alive, and what it is at.

# watched PHASE_OF LOG COMMAND...: runs a command that writes into LOG and is asked nothing. Meanwhile
# "PHASE_OF LOG" prints what it is at: that is one line on a terminal, written anew each second, and
# elsewhere a line a minute.
watched() {
  local phase_of=$1 log=$2 status=0 watcher
  shift 2
  : >"$log"
  watch_log "$phase_of" "$log" 9>&- & # the lock of make_whole is not for it
  watcher=$!
  "$@" >"$log" 2>&1 </dev/null || status=$?
  { kill "$watcher" && wait "$watcher"; } 2>/dev/null || true
  ! on_terminal || printf '\r\e[K'
  return "$status"
}

on_terminal() { [[ -t 1 && ${TERM:-dumb} != dumb ]]; }

watch_log() {
  local seconds=0 phase
  # An interrupt ends the script, but not what it has in the background.
  while sleep 1 >/dev/null 2>&1 && kill -0 "$$" 2>/dev/null; do
    ((++seconds))
    on_terminal || ((seconds % 60 == 0)) || continue
    phase=$("$1" "$2" 2>/dev/null) || true
    phase="${phase:+$phase, }$seconds s"
    if on_terminal; then
      printf '\r\e[K    %s' "${phase::76}"
    else
      printf '    %s\n' "$phase"
    fi
  done
}

# What Maven is at: a file that it fetches, a module's goal, or a test class.
phase_of_maven() {
  tail -n 50 "$1" | sed -nE \
    -e 's%^.*Download(ing|ed) from [^:]*: [^ ]*/([^ /]+).*%fetching \2%p' \
    -e 's/^(\[INFO\] --- )maven-/\1/; s/^(\[INFO\] --- [a-z]+)(-maven)?-plugin:/\1:/' \
    -e 's/^\[INFO\] --- ([^:]*):[^:]*:([^ ]*) .*@ ([^ ]*) ---$/\3: \1 \2/p' \
    -e 's/^\[INFO\] Running .*\.([^.]*)$/\1/p' | tail -n 1
}

# What native-image is at: "[2/8] Performing analysis...".
phase_of_image() { sed -nE 's/^(\[[0-9]+\/[0-9]+\] [^.]*)\.\.\..*/\1/p' "$1" | tail -n 1; }

# What apt or another program is at, by the last line it printed.
phase_of_other() { tail -n 1 "$1" | tr '\r' '\n' | tail -n 1; }

# How much has come into the folder that LOG is in.
phase_of_fetching() { du -sm "${1%/*}" | sed -E 's/^([0-9]+).*/\1 MB/'; }
