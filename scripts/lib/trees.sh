# shellcheck shell=bash
# Trees of modules to work on. Those in the cache are only read; work is done on copies.

# The tree of Debian's kernel, as its package has it: KERNEL/lib/modules/RELEASE. MODULE_TOOLS_KERNEL
# names another tree.
KERNEL=${MODULE_TOOLS_KERNEL:-$CACHE/kernel}

fetch_kernel() { make_whole "$KERNEL" unpack_kernel; }

unpack_kernel() {
  local packages
  update_apt_of own || return 1
  packages=$(kernel_packages own)
  [[ -n $packages ]] || { warn "the package $(kernel_metapackage own) leads to no kernel"; return 1; }
  # shellcheck disable=SC2086 # several words
  unpack own $packages "$1" || return 1
  gather_modules "$1" || return 1
  rm -rf "${1:?}"/{boot,usr}
}

# kernel_packages RELEASE: prints the packages that the kernel's metapackage leads to and that are named
# for a kernel's release: the modules are in the image's own, or in one that it depends on.
kernel_packages() {
  local known='' next more package
  next=$(kernel_metapackage "$1")
  while [[ -n $next ]]; do
    # shellcheck disable=SC2086 # several words
    more=$(depends_of "$1" 'linux-[a-z-]*-[0-9].*' $next)
    next=''
    for package in $more; do
      [[ " $known " == *" $package "* ]] || { known+=" $package" next+=" $package"; }
    done
  done
  echo "${known# }"
}

# gather_modules FOLDER: lets the modules of packages that are unpacked there be in lib/modules; fails if
# there are none.
gather_modules() {
  if [[ -d $1/usr/lib/modules ]]; then # Debian 13 and later
    mkdir -p "$1/lib" && mv "$1/usr/lib/modules" "$1/lib/modules" || return 1
  fi
  [[ -n $(find "$1/lib/modules" -name '*.ko*' -print -quit 2>/dev/null) ]] ||
    { warn "there are no modules in the kernel's packages"; return 1; }
}

# kernel_metapackage RELEASE: prints the package that depends on the newest kernel.
kernel_metapackage() {
  local architecture
  architecture=$(architecture)
  [[ $1 != *:* ]] || architecture=${1#*:}
  case $1:$(os_release ID):$architecture in
    own:ubuntu:*) echo linux-image-generic ;;
    *:armhf) echo linux-image-armmp ;;
    *:i386) echo linux-image-686-pae ;;
    *:ppc64el) echo linux-image-powerpc64le ;;
    *) echo "linux-image-$architecture" ;;
  esac
}

# The small tree of made-up modules that the project's own test code writes.
SMALL=$CACHE/small

# Written anew each time: the code may have changed.
make_small_tree() {
  rm -rf "$SMALL"
  make_whole "$SMALL" write_small_tree
}

write_small_tree() { write_made_up_tree SmallTree "$1"; }

# make_large_tree FOLDER MODULES DEEP WIDE: a new tree of so many made-up modules, DEEP of them in a row,
# in which each needs the one before, and WIDE that need one other and that another needs.
make_large_tree() { write_made_up_tree LargeTree "$@"; }

write_made_up_tree() {
  local classes=$PROJECT/dist/target/test-classes:$PROJECT/common/target/test-classes
  "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$classes:$PROJECT/dist/target/jvm/lib/*" \
    "org.moduletools.dist.$1" "${@:2}"
}

# Prints the name of the kernel's tree, or of the small one where the kernel cannot be had.
some_tree() {
  if fetch_kernel >&2; then
    printf '%s\n' "$KERNEL"
  else
    make_small_tree >&2 && printf '%s\n' "$SMALL"
  fi
}

# Prints the kernel release that tree $1 is for.
release_of() {
  local folders=("$1"/lib/modules/*)
  [[ -d ${folders[0]} ]] || { warn "there is no kernel's folder in $1/lib/modules"; return 1; }
  printf '%s\n' "${folders[0]##*/}"
}

# Copies tree $1 to a new folder $2. The files are shared by hard links where that is possible, which
# is safe: depmod never writes into a file, but puts a new one in its place.
copy_tree() {
  rm -rf "$2"
  mkdir -p "${2%/*}"
  cp -al "$1" "$2" 2>/dev/null || { rm -rf "$2"; cp -a "$1" "$2"; }
}

# compressed_kernel gz|xz|zst: prints the name of the kernel's tree with every module compressed.
compressed_kernel() { printf '%s\n' "$KERNEL.$1"; }

make_compressed_kernel() { make_whole "$(compressed_kernel "$1")" compress_kernel "$1"; }

# Fast rather than small: depmod's work is the same.
compress_kernel() {
  local program
  case $1 in
    gz) program=(gzip -1 --force) ;;
    xz) program=(xz -1 --force --check=crc32) ;; # what the kernel itself can decompress
    zst) program=(zstd -1 --force --quiet --rm) ;;
  esac
  command -v "${program[0]}" >/dev/null || { warn "${program[0]} is not installed"; return 1; }
  copy_tree "$KERNEL" "$2" || return 1
  find "$2" -name '*.ko' -print0 | xargs -0 -n 50 -P "$(nproc)" "${program[@]}"
}
