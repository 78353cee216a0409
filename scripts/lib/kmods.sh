# shellcheck shell=bash
# The kmods that ours is compared with, run from the cache with the C library of their own release.

KMOD30=$CACHE/kmod-30/bin # Debian 12's: what this project's users have today
KMOD34=$CACHE/kmod-34/bin # Debian 13's: the reference

fetch_kmod30() { make_whole "$CACHE/kmod-30" unpack_kmod bookworm; }
fetch_kmod34() { make_whole "$CACHE/kmod-34" unpack_kmod trixie; }

# unpack_kmod RELEASE FOLDER: FOLDER/root has the packages, FOLDER/bin the programs by their names.
unpack_kmod() {
  local folder=$2 program
  mkdir "$folder/root" "$folder/bin"
  unpack "$1" kmod libkmod2 libc6 liblzma5 libzstd1 zlib1g "$(libssl_of "$1")" "$folder/root" ||
    return 1
  cat >"$folder/bin/kmod" <<'LAUNCHER'
#!/bin/sh
root=${0%/bin/*}/root
for loader in "$root"/lib/*/ld-linux*.so.* "$root"/usr/lib/*/ld-linux*.so.*; do
  [ -e "$loader" ] && break
done
for kmod in "$root/bin/kmod" "$root/usr/bin/kmod"; do
  [ -e "$kmod" ] && break
done
libraries=${loader%/*}
exec "$loader" --library-path "$libraries:$root/usr/${libraries#"$root"/}" \
  --argv0 "${0##*/}" "$kmod" "$@"
LAUNCHER
  chmod +x "$folder/bin/kmod"
  for program in depmod modprobe insmod rmmod lsmod modinfo; do
    ln -s kmod "$folder/bin/$program"
  done
}

libssl_of() {
  case $1 in
    bookworm) echo libssl3 ;;
    *) echo libssl3t64 ;;
  esac
}
