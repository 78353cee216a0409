# shellcheck shell=bash
# What the machine is: its distribution, its architecture, its free memory.

# The files that tell are below this folder: a test puts those of another machine there.
MACHINE=${MODULE_TOOLS_MACHINE:-}

# os_release NAME: prints what the distribution states under that name, such as ID; or nothing.
os_release() {
  local file=$MACHINE/etc/os-release
  [[ -r $file ]] || file=$MACHINE/usr/lib/os-release
  [[ -r $file ]] || return 0
  (. "$file" && printf '%s\n' "${!1:-}")
}

# Prints the family of distributions that names and installs packages as this one: debian, fedora,
# suse, arch or alpine; or nothing.
distribution() {
  local word
  for word in $(os_release ID) $(os_release ID_LIKE); do
    case $word in
      debian | ubuntu) echo debian ;;
      fedora | rhel | centos) echo fedora ;;
      suse | opensuse*) echo suse ;;
      arch | alpine) echo "$word" ;;
      *) continue ;;
    esac
    return
  done
}

# Debian's name of the architecture.
architecture() {
  dpkg --print-architecture 2>/dev/null && return
  case $(uname -m) in
    x86_64) echo amd64 ;;
    aarch64) echo arm64 ;;
    armv7l) echo armhf ;;
    i?86) echo i386 ;;
    ppc64le) echo ppc64el ;;
    *) uname -m ;;
  esac
}

# Prints how many MiB a program may take: what is free, swap included, or less if a control group of
# this process has a lower limit. Prints nothing where that is not known.
free_memory() {
  local name kib free=0 limit
  [[ -r $MACHINE/proc/meminfo ]] || return 0
  while read -r name kib _; do
    case $name in
      MemAvailable: | SwapFree:) ((free += kib / 1024)) || true ;;
    esac
  done <"$MACHINE/proc/meminfo"
  for limit in $(memory_limits); do
    ((limit / 1048576 >= free)) || free=$((limit / 1048576))
  done
  echo "$free"
}

# Prints the limits in bytes that control groups of this process have, of either version.
memory_limits() {
  local groups=$MACHINE/sys/fs/cgroup line folder file=memory.max limit
  while read -r line; do
    case $line in
      0::*) folder=$groups${line#*::} ;;
      *:memory:*) groups+=/memory folder=$groups${line#*:memory:} file=memory.limit_in_bytes ;;
      *) continue ;;
    esac
    while [[ $folder == "$groups"* ]]; do
      if [[ -r $folder/$file ]]; then
        limit=$(<"$folder/$file")
        [[ $limit == max ]] || echo "$limit"
      fi
      folder=${folder%/*}
    done
  done 2>/dev/null <"$MACHINE/proc/self/cgroup" || true
}

# lacks_network LOG: whether apt or Maven said there that it reached no other machine.
lacks_network() {
  grep -qE 'Temporary failure resolving|Could not (connect|resolve) |Could not transfer|Unknown host|Network is unreachable|in offline mode' "$1"
}
