# shellcheck shell=bash disable=SC2154 # scripts/vm sets the options
# The parts of the virtual machine: Debian's kernel, and an initramfs. It is several cpio archives
# one after another: the base, the modules, and what this run adds. Uses the options of scripts/vm.

VM=$CACHE/vm
VM_TOOLS=$VM/tools   # Debian's busybox and kmod, unpacked
VM_ARM64=$VM/arm64   # the same for ARM, with what is taken from this machine for its own kind
PROGRAMS=(depmod insmod lsmod modinfo modprobe rmmod)

# Everything the machine is made of, in $WORK/initramfs; the arguments are the script's.
make_initramfs() {
  VM_KERNEL=$VM/kernel-${debian/:/-} # vmlinux, release, lib/modules with the indexes of Debian's depmod
  make_whole "$VM_TOOLS" unpack_tools >&2 || fail "Debian's busybox and kmod cannot be had"
  [[ $arch == amd64 ]] || make_whole "$VM_ARM64" unpack_arm64 >&2 || fail "Debian's programs for $arch cannot be had"
  make_whole "$VM_KERNEL" unpack_vm_kernel >&2 || fail "Debian's kernel cannot be had"
  {
    base_archive
    modules_archive
    additions_archive "$@"
  } >"$WORK/initramfs" || fail "no initramfs could be made"
}

# archive FOLDER: prints its content as the kernel wants it, everything owned by root.
archive() {
  (cd "$1" && find . -mindepth 1 -print0 | sort -z |
    cpio --create --null --format=newc --owner=0:0 --quiet)
}

# --- Debian's packages ---------------------------------------------------------------------------

unpack_tools() {
  local program
  note "fetching busybox and kmod"
  unpack own busybox-static kmod libkmod2 "$1" || return 1
  for program in "${PROGRAMS[@]}"; do ln -sf kmod "$1/bin/$program"; done
}

unpack_arm64() {
  local program
  note "fetching programs for arm64"
  unpack bookworm:arm64 busybox-static kmod libkmod2 dash coreutils findutils util-linux perl-base libc6 libcrypt1 \
    libgcc-s1 liblzma5 libpcre2-8-0 libselinux1 libssl3 libzstd1 zlib1g "$1" || return 1
  for program in "${PROGRAMS[@]}"; do ln -sf kmod "$1/bin/$program"; done
}

# Prints where program $1 of the virtual machine is taken from.
program_for_guest() {
  if [[ $arch == amd64 ]]; then command -v "$1"; else find "$VM_ARM64"/{,usr/}bin -name "$1"; fi
}

# kmods_own PROGRAM ARGUMENT...: runs one of the unpacked programs on this machine.
kmods_own() {
  local program=$1
  shift
  LD_LIBRARY_PATH=$(kmods_libraries) "$VM_TOOLS/bin/$program" "$@"
}

kmods_libraries() { dirname "$(find "$VM_TOOLS" -name 'libkmod.so.2')"; }

unpack_vm_kernel() {
  local folder=$1 packages image
  update_apt_of "$debian" || return 1
  packages=$(kernel_packages "$debian")
  [[ -n $packages ]] || { warn "the package $(kernel_metapackage "$debian") leads to no kernel"; return 1; }
  # shellcheck disable=SC2086 # several words
  unpack "$debian" $packages "$folder" && gather_modules "$folder" || return 1
  release_of "$folder" >"$folder/release"
  kmods_own depmod -b "$folder" "$(<"$folder/release")" || return 1
  image=$(find "$folder/boot" "$folder/lib/modules" -name 'vmlinuz*' -print -quit 2>/dev/null)
  [[ $arch == amd64 ]] && unwrap_kernel "$image" >"$folder/vmlinux" || cp "$image" "$folder/vmlinux" || return 1
  rm -rf "${folder:?}"/{boot,usr}
}

# Prints the ELF image inside a bzImage, which boots without decompressing itself: a boot takes half
# the time. Its place stands in the header (Documentation/arch/x86/boot.rst: setup_sects,
# payload_offset, payload_length); but for gzip its last four bytes tell its size.
unwrap_kernel() {
  local sectors start length offset unwrap extra=4
  sectors=$(od -An -tu1 -j $((0x1f1)) -N 1 "$1")
  read -r start length < <(od -An -tu4 -j $((0x248)) -N 8 "$1")
  offset=$(((sectors + 1) * 512 + start))
  case $(od -An -tx1 -j "$offset" -N 4 "$1" | tr -d ' ') in
    fd377a58) unwrap=xz ;;
    28b52ffd) unwrap=zstd ;;
    02214c18) unwrap=lz4 ;;
    1f8b*) unwrap=gzip extra=0 ;;
    *) return 1 ;;
  esac
  command -v "$unwrap" >/dev/null || return 1
  head -c $((offset + length - extra)) "$1" | tail -c $((length - extra)) | "$unwrap" -dcq
}

# --- the base: a small system -----------------------------------------------------------------

# It is made anew when one of the scripts that make it has changed.
base_archive() {
  local base
  base=$VM/base-$arch-$(cat "$PROJECT"/scripts/lib/vm-{init,parts.sh} | cksum | cut -d ' ' -f 1)
  [[ -d $base ]] || rm -rf "$VM/base-$arch"-*
  make_whole "$base" make_base >&2 || return 1
  cat "$base/archive"
}

make_base() {
  local root=$WORK/base tools=$VM_TOOLS applet
  [[ $arch == amd64 ]] || tools=$VM_ARM64
  note "making the base of the initramfs"
  mkdir -p "$root"/{bin,sbin,usr/bin,usr/sbin,lib,etc,proc,sys,dev,run,tmp,root,mnt,vm} \
    "$root/opt/kmod/bin" || return 1
  chmod 1777 "$root/tmp"
  printf 'root:x:0:0:root:/root:/bin/sh\nuser:x:1000:1000:user:/tmp:/bin/sh\n' >"$root/etc/passwd"
  printf 'root:x:0:\nuser:x:1000:\n' >"$root/etc/group"
  install -m 755 "$PROJECT/scripts/lib/vm-init" "$root/init" || return 1

  cp "$tools/bin/busybox" "$root/bin/busybox" || return 1
  for applet in $("$VM_TOOLS/bin/busybox" --list); do
    [[ $applet == busybox ]] || ln -s busybox "$root/bin/$applet" || return 1
  done
  # Debian's busybox starts its own modprobe and so on wherever it starts a program by name, PATH or
  # not: so whatever starts programs must not be busybox.
  rm -f "$root"/bin/{sh,ash,time,watch,start-stop-daemon,setpriv,run-parts,init,linuxrc}
  cp "$(program_for_guest dash)" "$root/bin/dash" && ln -s dash "$root/bin/sh" || return 1
  for applet in env flock nice nohup setsid timeout xargs; do
    rm -f "$root/bin/$applet"
    cp -L "$(program_for_guest "$applet")" "$root/bin/" || return 1
  done
  [[ $arch == amd64 ]] || cp "$(program_for_guest perl)" "$root/usr/bin/" || return 1

  cp -P "$tools"/bin/{kmod,depmod,insmod,lsmod,modinfo,modprobe,rmmod} "$root/opt/kmod/bin/" || return 1
  for applet in kmod "${PROGRAMS[@]}"; do
    rm -f "$root/bin/$applet"
    ln -s "/opt/kmod/bin/$applet" "$root/sbin/$applet"
  done
  add_libraries "$root" && archive "$root" >"$1/archive"
}

# Adds the shared libraries that the programs below folder $1 need, at their own places.
add_libraries() {
  local file library
  find "$1" -type f -size +0 \( -perm -u+x -o -name '*.so*' \) -print0 |
    while IFS= read -r -d '' file; do
      [[ $(head -c 4 "$file" | tr -d '\0') != $'\177ELF' ]] ||
        libraries_of "$file" 2>/dev/null || true
    done |
    sed -n 's/^.*[[:space:]]\(\/[^ ]*\) (0x.*/\1/p' | sort -u |
    while IFS= read -r library; do
      case $library in
        "$1"/*) ;; # it is there already, with what needs it
        "$VM_TOOLS"/*) install -D "$library" "$1/${library#"$VM_TOOLS"/}" ;;
        "$VM_ARM64"/*) install -D "$library" "$1/${library#"$VM_ARM64"/}" ;;
        *) install -D "$library" "$1$library" ;;
      esac
    done
}

# Prints what ldd prints of a program of the virtual machine.
libraries_of() {
  if [[ $arch == amd64 ]]; then
    LD_LIBRARY_PATH=$(kmods_libraries) ldd "$1"
  else
    qemu-aarch64 "$VM_ARM64/lib/ld-linux-aarch64.so.1" --list \
      --library-path "$VM_ARM64/lib/aarch64-linux-gnu:$VM_ARM64/usr/lib/aarch64-linux-gnu" "$1"
  fi
}

# --- the modules ---------------------------------------------------------------------------------

modules_archive() {
  local root=$WORK/modules release tree
  release=$(<"$VM_KERNEL/release")
  tree=lib/modules/$release
  case $modules in
    none) return ;;
    all)
      make_whole "$VM/all-modules-${debian/:/-}" archive_all_modules >&2 || return 1
      cat "$VM/all-modules-${debian/:/-}/archive"
      return
      ;;
  esac
  mkdir -p "$root/$tree"
  files_of_modules "$release" >"$WORK/files" || return 1
  (cd "$VM_KERNEL" && cpio --pass-through --make-directories --quiet "$root" <"$WORK/files") &&
    cp "$VM_KERNEL/$tree"/modules.{order,builtin,builtin.modinfo} "$root/$tree/" &&
    kmods_own depmod -b "$root" "$release" &&
    archive "$root"
}

archive_all_modules() {
  note "packing all modules"
  mkdir "$WORK/all" && ln -s "$VM_KERNEL/lib" "$WORK/all/lib" &&
    (cd "$WORK/all" && find -L lib -print0 | sort -z |
      cpio --create --null --dereference --format=newc --owner=0:0 --quiet) >"$1/archive"
}

# Prints the names of the modules asked for; those of a folder, if its name ends in a slash.
names_of_modules() {
  local name
  for name in $modules; do
    if [[ $name == */ ]]; then
      find "$VM_KERNEL/lib/modules/$1/kernel/$name" -name '*.ko*' | sed 's/.*\///; s/\.ko.*//' | sort
    else
      echo "$name"
    fi
  done
}

# Prints the files of the modules asked for, and of all they need, below $VM_KERNEL.
files_of_modules() {
  local name
  for name in $(names_of_modules "$1"); do
    kmods_own modprobe -C /dev/null -d "$VM_KERNEL" -S "$1" --show-depends "$name" >>"$WORK/needed" ||
      fail "the kernel has no module $name"
  done
  sed -n "s|^insmod $VM_KERNEL/\([^ ]*\).*|\1|p" "$WORK/needed" | sort -u
}

# --- what this run adds ------------------------------------------------------------------------

additions_archive() {
  local root=$WORK/additions addition
  mkdir -p "$root/vm"
  { arguments "$@"; printf '%s\n' "$commands"; } >"$root/vm/script"
  for addition in ${added[@]+"${added[@]}"}; do
    add "$root" "${addition%%:*}" "${addition#*:}"
  done
  [[ -z $product ]] || add_product "$root"
  [[ -z $java ]] || add_java "$root"
  add_libraries "$root"
  archive "$root"
}

# Prints the line by which a script gets its arguments.
arguments() {
  local argument
  printf 'set --'
  for argument; do printf " '%s'" "${argument//\'/\'\\\'\'}"; done
  printf '\n'
}

# add ROOT FILE PLACE
add() {
  [[ -e $2 && $3 == /* ]] || fail "--add $2:$3: wanted is FILE:/PLACE, and there must be such a file"
  mkdir -p "$1${3%/*}"
  cp -aHT "$2" "$1$3" # links within a folder stay links
}

# All that the product has, by the names that it has them.
add_product() {
  local program
  [[ -d $product/bin ]] || fail "--product $product: there is no folder bin in it"
  add "$1" "$product" /opt/module-tools
  mkdir -p "$1/sbin"
  for program in "$product"/bin/*; do
    ln -s "/opt/module-tools/bin/${program##*/}" "$1/sbin/${program##*/}"
  done
  ! compgen -G "$product/lib/*.jar" >/dev/null || java=yes
}

# A Java with the parts that the programs need, and its class archive.
add_java() {
  local home linked
  home=$(dirname "$(dirname "$(readlink -f "$(command -v "${JAVA_HOME:+$JAVA_HOME/bin/}jlink")")")")
  [[ -d $home/jmods ]] || fail "there is no JDK with jlink"
  linked=$VM/java-$("$home/bin/java" -version 2>&1 | cksum | cut -d ' ' -f 1)
  make_whole "$linked" link_java "$home" >&2 || fail "jlink failed"
  add "$1" "$linked/java" /opt/java
  mkdir -p "$1/bin"
  ln -s /opt/java/bin/java "$1/bin/java"
}

link_java() {
  note "linking a small Java"
  "$1/bin/jlink" --add-modules java.base,java.logging,jdk.unsupported \
    --strip-debug --no-header-files --no-man-pages --output "$2/java" &&
    "$2/java/bin/java" -Xshare:dump >/dev/null
}
