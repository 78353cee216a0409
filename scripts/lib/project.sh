# shellcheck shell=bash
# Where things are, and how a script speaks. Sourced first by every script.

PROJECT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
CACHE=${MODULE_TOOLS_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/module-tools}
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

# build_product [--jvm]: builds, and lets BIN name the programs unless MODULE_TOOLS_BIN does.
build_product() {
  "$PROJECT/scripts/build" "$@" || return 1
  [[ -n ${MODULE_TOOLS_BIN:-} ]] || BIN=$NATIVE_BIN
  [[ -n ${MODULE_TOOLS_BIN:-} || ${1:-} != --jvm ]] || BIN=$JVM_BIN
}

# --help prints the comment that the script begins with.
help_if_asked() {
  local argument
  for argument; do
    case $argument in
      -h | --help) sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$0"; exit 0 ;;
    esac
  done
}

# Makes folder $1 as a whole or not at all: "$2..." is run with a new folder's name as its last
# argument, and that folder takes the name $1 when the command has succeeded. Nothing is done if $1
# is there already. One at a time: a lock keeps two scripts from making the same thing, and what a
# killed one left behind is thrown away.
make_whole() {
  local folder=$1
  shift
  [[ -d $folder ]] && return
  mkdir -p "$CACHE"
  (
    flock 9
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
