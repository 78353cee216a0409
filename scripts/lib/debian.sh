# shellcheck shell=bash
# Debian packages, unpacked under the cache and never installed. No root is needed: apt works on
# folders of its own there, with the mirrors that the machine is configured for.

# Prints "URI RELEASE" of each source that the machine's apt is configured for.
apt_sources() {
  apt-get -o Dir::State::lists="$CACHE/apt/none" update --print-uris 2>/dev/null |
    sed -n "s|^'\(.*\)/dists/\(.*\)/InRelease'.*|\1 \2|p"
}

# Prints the sources of a Debian release: $1, or the machine's own if that is "own".
sources_of() {
  local own uri release keyring options=""
  own=$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}")
  for keyring in /usr/share/keyrings/debian-archive-keyring.{gpg,pgp}; do
    [[ -e $keyring ]] && options="[signed-by=$keyring] "
  done
  while read -r uri release; do
    if [[ $1 == own && ($release == "$own" || $release == "$own"-*) ]]; then
      printf 'deb %s%s %s main\n' "$options" "$uri" "$release"
    elif [[ $1 != own && $release == "$own" ]]; then
      printf 'deb %s%s %s main\n' "$options" "$uri" "$1"
    fi
  done < <(apt_sources)
}

# Runs an apt command ($2...) that sees only Debian release $1 and believes nothing is installed.
apt_of() {
  local state=$CACHE/apt/$1
  shift
  APT_CONFIG=$state/apt.conf "$@"
}

# Fetches the lists of release $1, once a run; fails without apt, a source or a network.
update_apt_of() {
  local state=$CACHE/apt/$1
  [[ -e $state/updated-by.$$ ]] && return
  command -v apt-get >/dev/null || { warn "there is no apt-get here"; return 1; }
  rm -f "$state"/updated-by.*
  mkdir -p "$state/lists/partial" "$state/cache/archives/partial"
  sources_of "$1" >"$state/sources.list"
  [[ -s $state/sources.list ]] || { warn "apt knows no Debian mirror"; return 1; }
  : >"$state/status"
  cat >"$state/apt.conf" <<CONF
Dir::Etc::sourcelist "$state/sources.list";
Dir::Etc::sourceparts "/dev/null";
Dir::State::lists "$state/lists";
Dir::State::status "$state/status";
Dir::Cache "$state/cache";
APT::Sandbox::User "root";
APT::Update::Error-Mode "any";
Debug::NoLocking "true";
CONF
  apt_of "$1" apt-get -qq update 2>&1 | sed 's/^/    /' >&2 || return 1
  : >"$state/updated-by.$$"
}

# unpack RELEASE PACKAGE... FOLDER: downloads packages of a Debian release, unpacks them in FOLDER.
unpack() {
  local release=$1 folder=${!#} packages=("${@:2:$#-2}") deb
  update_apt_of "$release" || return 1
  mkdir "$folder/debs"
  (cd "$folder/debs" && apt_of "$release" apt-get -qq download "${packages[@]}") || return 1
  for deb in "$folder"/debs/*.deb; do
    dpkg-deb -x "$deb" "$folder" || return 1
  done
  rm -r "$folder/debs"
}
