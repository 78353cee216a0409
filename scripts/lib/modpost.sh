# shellcheck shell=bash
# The part of the kernel's build that makes aliases of device tables, with the header that declares
# them: Debian's packages for building modules. Needs trees.sh.

KBUILD=$CACHE/kbuild

fetch_kbuild() { make_whole "$KBUILD" unpack_kbuild; }

unpack_kbuild() {
  local headers packages
  update_apt_of own || return 1
  headers=$(kernel_metapackage own)
  headers=$(depends_of own 'linux-headers-[0-9].*' "${headers/image/headers}")
  packages=$(depends_of own 'linux-headers-.*-common\|linux-kbuild-.*' "$headers")
  [[ -n $packages ]] || { warn "Debian has no kernel headers for $(architecture)"; return 1; }
  # shellcheck disable=SC2086 # several words
  unpack own $packages "$1"
}

# compile_tables SOURCE OBJECT OPTION...
compile_tables() {
  local header
  header=$(echo "$KBUILD"/usr/src/linux-headers-*-common/include/linux/mod_devicetable.h)
  gcc -w -ffreestanding -fno-pie -fno-common "${@:3}" "-DHEADER=\"$header\"" -c "$1" -o "$2"
}

# make_aliases SOURCE FOLDER: compiles a module and makes a .modinfo section, FOLDER/modinfo, of the
# aliases that modpost makes of its tables. Modpost is for the machine's own modules, of 64 bits.
make_aliases() {
  local modpost
  modpost=$(echo "$KBUILD"/usr/lib/linux-kbuild-*/scripts/mod/modpost)
  compile_tables "$1" "$2/module.o" || return 1
  touch "$2/module.mod"
  (cd "$2" && "$modpost" module.o) >"$2/modpost.log" 2>&1 || { cat "$2/modpost.log"; return 1; }
  sed -n 's/^MODULE_ALIAS("\(.*\)");/\1/p' "$2/module.mod.c" >"$2/aliases"
  sed 's/^/alias=/' "$2/aliases" | tr '\n' '\0' >"$2/modinfo"
}
