# shellcheck shell=bash
# Where things are, and how a script speaks. Sourced first by every script.

PROJECT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
CACHE=${MODULE_TOOLS_CACHE:-${XDG_CACHE_HOME:-~/.cache}/module-tools}
NATIVE_BIN=$PROJECT/dist/target/native/bin
JVM_BIN=$PROJECT/dist/target/jvm/bin

# The built product: the native form if there is one. Set MODULE_TOOLS_BIN to run the demo, tests or
# benchmark with other programs.
BIN=${MODULE_TOOLS_BIN:-$NATIVE_BIN}
[[ -n ${MODULE_TOOLS_BIN:-} || -x $NATIVE_BIN/module-tools ]] || BIN=$JVM_BIN

# No script touches the machine's own cache of what depmod has read; who wants one names a folder.
export MODULE_TOOLS_DEPMOD_CACHE=

# What apt and dpkg say must not depend on the user's language, nor how anything is sorted.
export LC_ALL=C.UTF-8

say() { printf '==> %s\n' "$*"; }
warn() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }
die() { warn "$*"; exit 1; }

# A script that ends because a command failed, which nobody foresaw, does not end without a word. Where
# the reason was told already, "|| exit" follows.
set -o errtrace
trap 'report_end "$?" "${BASH_SOURCE[0]}" "$LINENO"' ERR
report_end() {
  [[ $BASHPID == "$$" && $- == *e* && -z ${TOLD:-} ]] || return 0 # of a part, its caller judges
  TOLD=yes
  warn "ended with status $1 at line $3 of ${2#"$PROJECT/"}: $(tail -n +"$3" "$2" | head -n 1 | sed 's/^ *//')"
}

# build_product [--jvm]: builds, and lets BIN name the programs unless MODULE_TOOLS_BIN does.
build_product() {
  "$PROJECT/scripts/build" "$@" || { local status=$?; TOLD=yes; return "$status"; }
  [[ -n ${MODULE_TOOLS_BIN:-} ]] || BIN=$NATIVE_BIN
  [[ -n ${MODULE_TOOLS_BIN:-} || ${1:-} != --jvm ]] || BIN=$JVM_BIN
}

# As build_product, but the JVM form takes the place of a native executable that cannot be had.
build_some_product() {
  local status=0
  build_product "$@" || status=$?
  ((status > 0)) || return 0
  ((status == NO_EXECUTABLE || status == EXECUTABLE_FAILED)) || return "$status"
  say "going on with the JVM form, which does the same and takes longer to start: dist/target/jvm/bin"
  [[ -n ${MODULE_TOOLS_BIN:-} ]] || BIN=$JVM_BIN
}

# The statuses of scripts/build and scripts/build-native where the JVM form was built, and no native
# executable: none can be made on this machine, or making it failed.
NO_EXECUTABLE=3 EXECUTABLE_FAILED=4

# --help prints the comment that the script begins with, without what is for shellcheck.
help_if_asked() {
  local argument
  for argument; do
    case $argument in
      -h | --help) sed -n '/^# shellcheck /d; 2,/^[^#]/s/^# \{0,1\}//p' "$0"; exit 0 ;;
    esac
  done
}

# can_be_written FOLDER: it is there, or is made now.
can_be_written() { { mkdir -p "$1" && [[ -w $1 ]]; } 2>/dev/null; }

# check_clone FOLDER: a folder of the project that is built in.
check_clone() {
  can_be_written "$PROJECT/$1" ||
    die "$PROJECT/$1 cannot be written to: clone the repository into a folder of your own"
}

check_cache() {
  # Root may have left a lock there that is nobody else's.
  if ! can_be_written "$CACHE" || [[ -e $CACHE/lock && ! -w $CACHE/lock ]]; then
    die "the cache folder $CACHE cannot be written to: let MODULE_TOOLS_CACHE name another"
  fi
}

# Nothing is fetched or made where it would end half-way. Where there is no df, it is tried.
ROOM=200 # MiB
check_room() {
  local free
  read -r _ _ _ free _ < <(df -Pk "$CACHE" 2>/dev/null | tail -n 1) && [[ $free =~ ^[0-9]+$ ]] || return 0
  ((free / 1024 >= ROOM)) || die "there is no room in $CACHE: free some, or let MODULE_TOOLS_CACHE name another folder"
}

# Makes folder $1 as a whole or not at all: "$2..." is run with a new folder's name as its last
# argument, and that folder takes the name $1 when the command has succeeded. Nothing is done if $1
# is there already. One at a time: a lock keeps two scripts from making the same thing, and what a
# killed one left behind is thrown away.
make_whole() {
  local folder=$1
  shift
  [[ -d $folder ]] && return
  (check_cache; check_room) || return
  (
    await_lock
    [[ -d $folder ]] && exit
    rm -rf "$CACHE/unfinished"
    mkdir -p "$CACHE/unfinished" "${folder%/*}"
    if "$@" "$CACHE/unfinished"; then
      mv -T "$CACHE/unfinished" "$folder"
    else
      rm -rf "$CACHE/unfinished"
      exit 1
    fi
  ) 9>"$CACHE/lock"
}

# Waits until no other script holds the lock, descriptor 9. Where there is no flock, nothing is locked.
await_lock() {
  command -v flock >/dev/null || return 0
  flock -n 9 && return
  say "waiting for another script, which is fetching or making something in $CACHE" >&2
  flock 9
}

for part in machine progress; do source "$PROJECT/scripts/lib/$part.sh"; done
