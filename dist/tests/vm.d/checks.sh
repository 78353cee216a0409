# shellcheck shell=dash
# Checks in the virtual machine. What they print is read by dist/tests/vm: a line "ok NAME" or
# "FAIL NAME", and behind the latter what the check said, indented.

MODULES=/lib/modules/$(uname -r)
mkdir -p /etc/modprobe.d

# check NAME COMMAND...: passes if the command does.
check() {
  checked=$1
  shift
  if "$@" >/tmp/check.log 2>&1 </dev/null; then
    echo "ok $checked"
  else
    echo "FAIL $checked"
    head -n 20 /tmp/check.log | cut -c 1-300 | sed 's/^/    /'
  fi
}

# gives STATUS TEXT COMMAND...: the command ends with that status, and prints that and nothing else but notes,
# which kmod has not.
gives() { said_is without_notes "$@"; }

# says STATUS TEXT COMMAND...: the same, and prints no note that is not there.
says() { said_is cat "$@"; }

without_notes() { sed '/^[a-z]*: NOTE: /d'; }

said_is() {
  filter=$1 expected=$2 text=$3
  shift 3
  status=0
  said=$("$@" 2>&1) || status=$?
  case $said in *": NOTE: "*) said=$(printf '%s\n' "$said" | $filter) ;; esac
  [ "$status: $said" = "$expected: $text" ] || {
    echo "'$*' ended with $status and said: $said"
    return 1
  }
}

# tells STATUS TEXT COMMAND...: the same, but there may be more in what it prints.
tells() {
  expected=$1 text=$2
  shift 2
  status=0
  said=$("$@" 2>&1) || status=$?
  case $status,$said in
    "$expected,"*"$text"*) ;;
    *) echo "'$*' ended with $status and said: $said"; return 1 ;;
  esac
}

is_loaded() { grep -q "^$1 " /proc/modules; }

loaded() {
  for wanted; do is_loaded "$wanted" || { echo "$wanted is not loaded"; return 1; }; done
}

# Nothing is loaded at all.
nothing_loaded() { [ -z "$(cat /proc/modules)" ] || { cat /proc/modules; return 1; }; }

file_says() { [ "$(cat "$1")" = "$2" ] || { echo "$1: $(cat "$1")"; return 1; }; }

names_in() { [ "$(cd "$1" && echo *)" = "$2" ] || { ls "$1"; return 1; }; }

# The file of module $1.
file_of() { find "$MODULES" -name "$1.ko"; }

# Hundredths of a second since the machine was started.
now() { sed 's/\([0-9]*\)\.\([0-9]*\) .*/\1\2/' /proc/uptime; }

# in_and_out MODULE DEPENDENCY...: they are there, and then not one of them stays.
in_and_out() {
  gives 0 "" modprobe "$1" && loaded "$@" && gives 0 "" modprobe -r "$1" && nothing_loaded
}
