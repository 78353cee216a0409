# shellcheck shell=bash
# Where OpenJDK 17 can be had with its source. Needs scripts/lib/debian.sh.

# Debian's releases by each name that a source has for them. Wherever one of them is, Debian 12 is
# too, which has OpenJDK 17; later releases do not.
DEBIAN_SUITES=' stable oldstable oldoldstable testing unstable sid bookworm trixie forky duke '
DEBIAN_MIRROR=http://deb.debian.org/debian
DEBIAN_SECURITY=http://deb.debian.org/debian-security

# write_places FOLDER: writes files NUMBER-DISTRIBUTION, in the order to try them, which are sources
# for apt: the mirrors of the machine's own, and after them Debian's.
write_places() {
  local folder=$1 uri suite ubuntu mirrors='' security=''
  mkdir "$folder"
  ubuntu=$(ubuntu_release)
  while read -r uri suite; do
    case $suite in
      "$ubuntu" | "$ubuntu"-updates | "$ubuntu"-security)
        sources "$(signed_by ubuntu)" "$uri $suite main universe" >>"$folder/1-ubuntu"
        ;;
      *-security) [[ $DEBIAN_SUITES != *" ${suite%-security} "* ]] || security=$uri ;;
      *) [[ $DEBIAN_SUITES != *" $suite "* ]] || mirrors=$uri ;;
    esac
  done < <(apt_sources)
  debian_12 "${mirrors:-$DEBIAN_MIRROR}" "${security:-$DEBIAN_SECURITY}" >"$folder/2-debian"
  debian_12 "$DEBIAN_MIRROR" "$DEBIAN_SECURITY" >"$folder/3-debian"
  ! cmp -s "$folder/2-debian" "$folder/3-debian" || rm "$folder/3-debian"
}

# The name of the Ubuntu release that this is or derives from, if it does.
ubuntu_release() { . /etc/os-release && printf '%s' "${UBUNTU_CODENAME:-none}"; }

# debian_12 MIRROR SECURITY_MIRROR
debian_12() {
  local options
  options=$(signed_by debian)
  sources "$options" "$1 bookworm main"
  sources "$options" "$2 bookworm-security main"
}

# For packages and for their source. sources OPTIONS SOURCE
sources() { printf '%s\n' "deb $1 $2" "deb-src $1 $2"; }

# Where a distribution's key is not there, only files that are known by their checksums are taken.
signed_by() {
  local keyring
  for keyring in "/usr/share/keyrings/$1-archive-keyring".{pgp,gpg}; do
    [[ -e $keyring ]] && printf '[signed-by=%s]\n' "$keyring" && return
  done
  echo '[trusted=yes]'
}
