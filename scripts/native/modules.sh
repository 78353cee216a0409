# shellcheck shell=bash
# The modules of the builder in the folder $1: which they are, for the scripts that run it; and its C
# compiler.

. "$(dirname "${BASH_SOURCE[0]}")/versions"

# It stands for the JDK's module of that name, which is empty in Debian's build.
compiler_of() { printf '%s\n' "$1/jars/compiler-$SVM_VERSION.jar"; }

module_path_of() {
  local jar path=()
  for jar in "$1"/jars/*.jar; do
    [[ $jar == *-sources.jar || $jar == "$(compiler_of "$1")" ]] || path+=("$jar")
  done
  (IFS=: && printf '%s\n' "${path[*]}")
}

# This machine's, or the one that scripts/native/cross has made.
gcc_of() { if [[ -e $1/cross ]]; then echo "$1/cross/gcc"; else echo gcc; fi; }

# The processor that it compiles for, as the JDK names it.
processor_of() { "$(gcc_of "$1")" -dumpmachine | sed 's/-.*//; s/x86_64/amd64/'; }
