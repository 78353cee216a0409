# shellcheck shell=bash
# What an executable asks of a machine. Binutils, which may know only the machine's own kind, are not needed.

# elf_machine FILE: the e_machine of its ELF header (elf.h), a number; nothing if it is no ELF file of 64
# bits, little endian.
elf_machine() {
  [[ $(od -An -tx1 -N 6 "$1" | tr -d ' ') != 7f454c460201 ]] || od -An -tu2 --endian=little -j 18 -N 2 "$1" | tr -d ' '
}

# is_native FILE: it is an executable, and no script.
is_native() { [[ -x $1 && -n $(elf_machine "$1") ]]; }

# is_static FILE: it names no dynamic linker (elf.h: no program header is PT_INTERP), so it needs no library.
is_static() {
  local headers count i
  [[ -n $(elf_machine "$1") ]] || return 1
  headers=$(elf_number "$1" 32 8) count=$(elf_number "$1" 56 2)
  for ((i = 0; i < count; i++)); do
    (($(elf_number "$1" $((headers + i * 56)) 4) != 3)) || return 1
  done
}

# elf_number FILE OFFSET BYTES
elf_number() { od -An -tu"$3" --endian=little -j "$2" -N "$3" "$1" | tr -d ' '; }

# architecture_name deb|rpm FILE: the name that such packages have for what an executable runs on.
architecture_name() {
  local machine
  machine=$(elf_machine "$2")
  case $1:$machine in
    deb:62) echo amd64 ;;
    rpm:62) echo x86_64 ;;
    deb:183) echo arm64 ;;
    rpm:183) echo aarch64 ;;
    deb:243 | rpm:243) echo riscv64 ;;
    *) die "$2 is for no machine whose name is known here (ELF machine ${machine:-unknown})" ;;
  esac
}

# The newest version of the GNU C library that a symbol of an executable asks for.
glibc_of() {
  LC_ALL=C grep -ao 'GLIBC_2\.[0-9.]*' "$1" | sort -uV | sed -n '$s/GLIBC_//p' | grep . ||
    die "$1 asks for no version of the GNU C library"
}
