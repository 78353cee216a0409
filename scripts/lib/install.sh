# shellcheck shell=bash
# Installs what is missing on the machine, by apt.

as_root() {
  if ((EUID == 0)); then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    warn "'$*' needs root, and there is no sudo"
    return 1
  fi
}

# Installs the Debian packages named, after a first look at apt's lists if they are old or missing.
apt_install() {
  command -v apt-get >/dev/null || { warn "there is no apt-get to install $* with"; return 1; }
  say "apt-get install $*"
  local install=(env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends
    -o Dpkg::Use-Pty=0 install "$@")
  as_root "${install[@]}" </dev/null >/dev/null 2>&1 && return
  as_root apt-get -qq update </dev/null || warn "apt-get update failed; trying with what is known"
  as_root "${install[@]}" </dev/null >/dev/null || { warn "could not install $*"; return 1; }
}

# The release of the JDK that is found first: JAVA_HOME's, as Maven does, else the one in PATH. Prints
# nothing where there is none, and succeeds: that is an answer.
javac_release() {
  local javac=javac
  [[ -z ${JAVA_HOME:-} ]] || javac=$JAVA_HOME/bin/javac
  { "$javac" -version 2>/dev/null || true; } | sed -n 's/^javac \([0-9]*\).*/\1/p'
}

install_build_tools() {
  local missing=() release
  release=$(javac_release)
  ((${release:-0} >= 17)) || missing+=(default-jdk-headless)
  command -v mvn >/dev/null || missing+=(maven)
  ((${#missing[@]} == 0)) && return
  apt_install "${missing[@]}" || die "please install a JDK (17 or later) and Maven (3.8 or later)"
  release=$(javac_release)
  ((${release:-0} >= 17)) || die "the JDK in ${JAVA_HOME:-PATH} is older than 17"
}

# Tries to install the package that has command $1 and is named $2 (default: as the command).
install_command() {
  command -v "$1" >/dev/null || apt_install "${2:-$1}"
}
