# shellcheck shell=bash
# Whole Debian systems to change root into, for which root is needed. Those in the cache are only
# read; work is done on copies. Needs install.sh and debian.sh.

CLEAN_ROOT=$CACHE/debian-12           # what debootstrap calls minbase, with kmod
CLIENTS_ROOT=$CACHE/debian-12-clients # with a kernel, its headers, and what calls the module tools

fetch_clean_root() { make_whole "$CLEAN_ROOT" bootstrap bookworm kmod; }

# What whoever clones the project has: git, and the certificates of the sites that it fetches from. Else
# nothing: no compiler, no Java, no sudo, no kmod.
fresh_root() { printf '%s\n' "$CACHE/fresh-$1"; }
fetch_fresh_root() { make_whole "$(fresh_root "$1")" bootstrap "$1" ca-certificates,git; }

# Takes a minute or two, 2 GB on the disk, and 200 MB over the network.
fetch_clients_root() { fetch_clean_root && make_whole "$CLIENTS_ROOT" add_clients; }

# Says why roots cannot be had here, or nothing if they can.
why_no_roots() {
  if ((EUID != 0)); then
    echo "chroot needs root"
  elif ! unshare --mount true 2>/dev/null; then
    echo "no mount namespace can be made"
  elif [[ $(dpkg --print-architecture 2>/dev/null) != amd64 ]]; then
    echo "it is for Debian's amd64"
  fi
}

# debian_mirror PART: the mirror of Debian's "debian" or "debian-security" that the machine's own apt has, or
# the one for all.
debian_mirror() {
  local mirror
  mirror=$(apt_sources | sed -nE "s|^(.*/$1)/? [^ ]+\$|\1|p" | head -n 1)
  printf '%s\n' "${mirror:-http://deb.debian.org/$1}"
}

# bootstrap SUITE PACKAGES FOLDER: each suite is made by the same script, so that a release which is newer than
# debootstrap is had too.
bootstrap() {
  install_command debootstrap || return 1
  say "debootstrap of Debian's $1"
  debootstrap --variant=minbase --include="$2" "$1" "$3" "$(debian_mirror debian)" \
    /usr/share/debootstrap/scripts/sid >"$CACHE/debootstrap.log" 2>&1 ||
    { tail -n 5 "$CACHE/debootstrap.log" >&2; return 1; }
  chroot "$3" apt-get clean
}

# Without the initramfs that each package would have made, which takes a minute.
add_clients() {
  say "installing the programs that call the module tools"
  cp -a "$CLEAN_ROOT/." "$1" || return 1
  # shellcheck disable=SC2016 # the inner bash expands it
  unshare --mount --propagation private bash -c '
    mount -t proc proc "$1/proc" &&
      chroot "$1" env DEBIAN_FRONTEND=noninteractive INITRD=No apt-get -qq update &&
      chroot "$1" env DEBIAN_FRONTEND=noninteractive INITRD=No apt-get -qq -y --no-install-recommends \
        -o Dpkg::Use-Pty=0 install initramfs-tools linux-image-amd64 linux-headers-amd64 dkms dracut-core zstd \
        cpio bash-completion &&
      chroot "$1" apt-get clean' bash "$1" </dev/null >"$CACHE/clients.log" 2>&1 ||
    { tail -n 5 "$CACHE/clients.log" >&2; return 1; }
}

# Runs a command in the folder ROOT.
in_root() { chroot "$ROOT" env -u MODULE_TOOLS_DEPMOD_CACHE PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive "$@"; }

# What is in ROOT: all files and what is in them, but for what dpkg, apt and rpm keep about packages.
state_of_root() {
  (
    cd "$ROOT" || exit
    find . -xdev \( -path ./proc -o -path ./var/lib/dpkg -o -path ./var/lib/rpm -o -path ./var/log -o -path './module-tools*.deb' \
      -o -path ./etc/ld.so.cache -o -path ./var/cache \) -prune -o -printf '%p %y %m %u %g %s %l\n' |
      sed -E 's/^(.* d [0-9]+ [^ ]+ [^ ]+) [0-9]+ $/\1/' | sort
    find ./usr/bin/kmod ./usr/share/man ./usr/share/bash-completion -type f -exec sha256sum {} + | sort -k 2
    ls var/cache
  )
}

# mount_copy ROOT FOLDER: lets FOLDER be a copy of the root, with /proc, until the mount namespace ends.
mount_copy() {
  mkdir -p "$2" "$2.changes" "$2.work"
  mount -t overlay overlay -o "lowerdir=$1,upperdir=$2.changes,workdir=$2.work" "$2" 2>/dev/null ||
    cp -a "$1/." "$2" # a cache folder that is itself on an overlay
  mount -t proc proc "$2/proc"
}

# lend_network ROOT SUITE: lets what runs in ROOT fetch as the machine does: by its name server, mirror and proxies,
# and with the certificates that its owner trusts. The sources are those of an installed Debian.
lend_network() {
  local mirror
  cp -L /etc/resolv.conf "$1/etc/resolv.conf" || return 1
  mirror=$(debian_mirror debian)
  printf 'deb %s %s main\n' "$mirror" "$2" >"$1/etc/apt/sources.list"
  if [[ $2 != sid && $2 != unstable ]]; then
    printf 'deb %s %s main\n' "$mirror" "$2-updates" "$(debian_mirror debian-security)" "$2-security" \
      >>"$1/etc/apt/sources.list"
  fi
  apt-config dump | grep -E '^Acquire::(https?::[Pp]roxy[ :]|Check-)' >"$1/etc/apt/apt.conf.d/90machine" || true
  if compgen -G '/usr/local/share/ca-certificates/*.crt' >/dev/null; then
    cp /usr/local/share/ca-certificates/*.crt "$1/usr/local/share/ca-certificates" && chroot "$1" update-ca-certificates
  fi
}
