# shellcheck shell=bash
# Debian packages, unpacked under the cache and never installed. No root is needed: apt works on
# folders of its own there, with the mirrors that the machine is configured for. A release such as
# "bookworm:arm64" has the packages for another architecture.

# Prints "URI RELEASE" of each source that the machine's apt is configured for.
apt_sources() {
  apt-get -o Dir::State::lists="$CACHE/apt/none" update --print-uris 2>/dev/null |
    sed -n "s|^'\(.*\)/dists/\(.*\)/InRelease'.*|\1 \2|p"
}

# Prints the sources of Debian release $1. It is asked for at each archive that has a release of
# Debian for this machine's apt, and at Debian's own if there is none.
sources_of() {
  local own uri release keyring options='' uris=''
  own=$(os_release VERSION_CODENAME)
  for keyring in /usr/share/keyrings/debian-archive-keyring.{gpg,pgp}; do
    [[ ! -e $keyring ]] || options="[signed-by=$keyring] "
  done
  while read -r uri release; do
    case $release in
      "$own" | sid | unstable | testing | stable | oldstable) uris+="$uri"$'\n' ;;
    esac
  done < <(apt_sources)
  [[ -n $uris && $(os_release ID) == debian ]] || uris=http://deb.debian.org/debian
  sort -u <<<"${uris%$'\n'}" | while read -r uri; do
    printf 'deb %s%s %s main\n' "$options" "$uri" "$1"
  done
}

# Runs an apt command ($2...) that believes nothing is installed, and sees only Debian release $1; or
# all sources that the machine's own apt has, with their keys and pins, if that is "own".
apt_of() {
  local state=$CACHE/apt/$1
  shift
  APT_CONFIG=$state/apt.conf "$@"
}

# Fetches the lists of release $1, once a run; fails without apt, a source or a network.
update_apt_of() {
  local state=$CACHE/apt/$1 architecture
  [[ -e $state/updated-by.$$ ]] && return
  command -v apt-get >/dev/null || { warn "there is no apt-get here, to fetch Debian's packages with"; return 1; }
  rm -f "$state"/updated-by.*
  mkdir -p "$state/lists/partial" "$state/cache/archives/partial"
  : >"$state/status"
  architecture=$(architecture)
  [[ $1 != *:* ]] || architecture=${1#*:}
  cat >"$state/apt.conf" <<CONF
Dir::State::lists "$state/lists";
Dir::State::status "$state/status";
Dir::Cache "$state/cache";
APT::Sandbox::User "root";
APT::Architecture "$architecture";
APT::Architectures { "$architecture"; };
Acquire::Languages "none";
Acquire::Retries "0";
Debug::NoLocking "true";
CONF
  if [[ $1 != own ]]; then
    sources_of "${1%:*}" >"$state/sources.list"
    cat >>"$state/apt.conf" <<CONF
Dir::Etc::sourcelist "$state/sources.list";
Dir::Etc::sourceparts "/dev/null";
Dir::Etc::preferences "/dev/null";
Dir::Etc::preferencesparts "/dev/null";
CONF
  fi
  # A source that cannot be had need not be the one that matters. Older lists will do.
  watched phase_of_other "$state/update.log" apt_of "$1" apt-get -q update || true
  if ! compgen -G "$state/lists/*Packages*" >/dev/null; then
    if [[ $1 != own ]] && grep -q 'does not have a Release file' "$state/update.log"; then
      warn "there is no Debian release ${1%:*} at $(sed -nE 's/^.*repository .([^ ]*) .* does not have a Release file.*/\1/p' "$state/update.log" | head -n 1)"
      return 1
    fi
    sed -nE 's/^(E|W): //p' "$state/update.log" | head -n 1 >&2
    warn "apt could fetch no list of packages of ${1/#own/this machine\'s release}: no network, or no source?"
    return 1
  fi
  : >"$state/updated-by.$$"
}

# depends_of RELEASE PATTERN PACKAGE...: the packages that one of these depends on and whose names match.
depends_of() {
  apt_of "$1" apt-cache depends "${@:3}" 2>/dev/null | sed -n "s/^ [ |]Depends: \($2\)\$/\1/p" | sort -u
}

# unpack RELEASE PACKAGE... FOLDER: downloads packages of a Debian release, unpacks them in FOLDER.
unpack() {
  local release=$1 folder=${!#} packages=("${@:2:$#-2}") deb
  update_apt_of "$release" || return 1
  mkdir "$folder/debs"
  say "fetching $(megabytes_of "$release" "${packages[@]}") MB: ${packages[*]}"
  watched phase_of_fetching "$folder/debs/log" download "$release" "${packages[@]}" || {
    sed -n 's/^E: //p' "$folder/debs/log" | head -n 3 >&2
    warn "these packages could not be fetched: ${packages[*]}"
    return 1
  }
  for deb in "$folder"/debs/*.deb; do
    dpkg-deb -x "$deb" "$folder" || return 1
  done
  rm -r "$folder/debs"
}

# download RELEASE PACKAGE...: fetches into the folder that packages are unpacked in.
download() { (cd "$folder/debs" && apt_of "$1" apt-get -q download "${@:2}"); }

# megabytes_of RELEASE PACKAGE...
megabytes_of() {
  local size sum=0
  while read -r size; do sum=$((sum + size)); done < <(
    apt_of "$1" apt-cache show --no-all-versions "${@:2}" 2>/dev/null | sed -n 's/^Size: //p')
  echo $(((sum + 999999) / 1000000))
}
