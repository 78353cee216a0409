# shellcheck shell=bash
# Installs what is missing on the machine: by apt, as root or by sudo. Where that cannot be, it says
# which packages are missing, by their names in this distribution.

as_root() {
  if is_root; then "$@"; else sudo "$@"; fi
}

is_root() { (($(id -u) == 0)); }

# Names of packages. What is not in the table has the same name everywhere.
PACKAGE_NAMES='
debian               fedora                suse                  arch            alpine
default-jdk-headless java-21-openjdk-devel java-21-openjdk-devel jdk21-openjdk   openjdk21
libc6-dev            glibc-devel           glibc-devel           glibc           musl-dev
zlib1g-dev           zlib-devel            zlib-devel            zlib            zlib-dev
xz-utils             xz                    xz                    xz              xz
shellcheck           ShellCheck            ShellCheck            shellcheck      shellcheck
qemu-system-x86      qemu-system-x86       qemu-x86              qemu-system-x86 qemu-system-x86_64
'

# package_here PACKAGE: prints the name that a Debian package has in this distribution.
package_here() {
  local debian fedora suse arch alpine family
  family=$(distribution)
  while read -r debian fedora suse arch alpine; do
    [[ $debian == "$1" && -n $family ]] || continue
    printf '%s\n' "${!family}"
    return
  done <<<"$PACKAGE_NAMES"
  printf '%s\n' "$1"
}

# Says what root has to do so that the Debian packages named are there. A machine of Debian's family
# without apt-get is a container or an image that something else fills.
how_to_install() {
  local package packages=() family
  for package; do packages+=("$(package_here "$package")"); done
  family=$(distribution)
  [[ $family != debian ]] || command -v apt-get >/dev/null || family=''
  case $family in
    debian) set -- apt-get install ;;
    fedora) set -- dnf install ;;
    suse) set -- zypper install ;;
    arch) set -- pacman -S ;;
    alpine) set -- apk add ;;
    *) echo "please install what Debian calls ${packages[*]}"; return ;;
  esac
  echo "please let root run '$* ${packages[*]}'"
}

# Installs the Debian packages named, after a look at apt's lists if they are missing or old.
apt_install() {
  local log
  command -v apt-get >/dev/null || { warn "there is no apt-get here: $(how_to_install "$@")"; return 1; }
  if ! is_root && ! command -v sudo >/dev/null; then
    warn "you are not root, and there is no sudo: $(how_to_install "$@")"
    return 1
  fi
  # A password is asked for now, and not while the progress is shown.
  as_root apt-get --version >/dev/null || { warn "sudo refused: $(how_to_install "$@")"; return 1; }
  log=$(mktemp)
  apt_knows "$@" || apt_update "$log" || true
  if try_apt_install "$log" "$@" || { apt_update "$log" && try_apt_install "$log" "$@"; }; then
    rm "$log"
    return
  fi
  sed -n 's/^E: //p' "$log" | head -n 5 >&2
  rm "$log"
  [[ ${APT_UPDATED:-} != failed ]] || warn "apt could not fetch its lists of packages: there seems to be no network"
  warn "apt could not install $*: $(how_to_install "$@")"
  return 1
}

apt_knows() {
  local package
  for package; do apt-cache show "$package" &>/dev/null || return 1; done
}

# apt_update LOG: once a run, and fails if it was. What it says of single sources is foreign noise.
apt_update() {
  [[ -z ${APT_UPDATED:-} ]] || return
  APT_UPDATED=yes
  say "apt-get update"
  watched phase_of_other "$1" as_root apt-get -q update && ! lacks_network "$1" || APT_UPDATED=failed
}

# try_apt_install LOG PACKAGE...
try_apt_install() {
  local log=$1 size sum=0
  shift
  while read -r _ _ size _; do sum=$((sum + size)); done < <(
    apt-get -qq -y --no-install-recommends --print-uris install "$@" 2>/dev/null)
  say "apt-get install $* (fetches $(((sum + 999999) / 1000000)) MB)"
  # Another apt may be at work, as on a machine that has just been set up.
  watched phase_of_other "$log" as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get -q -y --no-install-recommends -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300 install "$@"
}

# The release of the JDK that is found first: JAVA_HOME's, as Maven does, else the one in PATH; or 0.
javac_release() {
  local javac=${JAVA_HOME:+$JAVA_HOME/bin/}javac said
  said=$("$javac" -version 2>&1) || true
  if [[ $said =~ javac\ ([0-9]+) ]]; then echo "${BASH_REMATCH[1]}"; else echo 0; fi
}

# What the JVM form is built with: a JDK, Maven, and what every system has, but for some containers.
install_build_tools() {
  local missing=() words=() tool
  if [[ -n ${JAVA_HOME:-} ]] && (($(javac_release) < 17)); then
    die "there is no JDK of release 17 or later in JAVA_HOME, $JAVA_HOME: let it name one, or unset it"
  fi
  (($(javac_release) >= 17)) || { missing+=(default-jdk-headless) words+=("a JDK of release 17 or later"); }
  command -v mvn >/dev/null || { missing+=(maven) words+=("Maven 3.8 or later"); }
  for tool in find:findutils grep:grep sed:sed; do
    command -v "${tool%:*}" >/dev/null || { missing+=("${tool#*:}") words+=("${tool%:*}"); }
  done
  ((${#missing[@]} > 0)) || return 0
  apt_install "${missing[@]}" || die "nothing can be built without $(join_words "${words[@]}") in PATH"
  # The default one of Ubuntu 22.04 and Debian 11 is older.
  (($(javac_release) >= 17)) || apt_install openjdk-17-jdk-headless || true
  (($(javac_release) >= 17)) ||
    die "the javac in PATH is older than release 17: let JAVA_HOME name a newer JDK, such as one of /usr/lib/jvm"
}

# join_words WORDS...: prints "a, b and c".
join_words() {
  printf '%s' "$1"
  (($# < 3)) || printf ', %s' "${@:2:$#-2}"
  (($# < 2)) || printf ' and %s' "${!#}"
}

# Tries to install the package that has command $1 and is named $2 (default: as the command).
install_command() {
  command -v "$1" >/dev/null || apt_install "${2:-$1}"
}
