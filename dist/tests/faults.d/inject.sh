# shellcheck shell=dash
# Lets system calls fail, one at a time, by strace: on this machine for dist/tests/faults, and in the
# virtual machine for its part faults. What is written down goes to the folder $FAULTS.

FAULT_CALLS=openat,read,pread64,mmap,newfstatat,statx,access,getcwd,getdents64,flock,close
FAULT_CALLS=$FAULT_CALLS,init_module,finit_module,delete_module
FAULT_ERRORS="ENOMEM EINTR EAGAIN EIO EPERM"

# calls_of COMMAND...: prints each such call of the command as "CALL N": its N-th of that name, in one
# of its threads. Those of the dynamic loader, which speaks for itself or crashes, are left out, and so
# is the N-th call of another thread if the loader's N-th would fail with it: our own code begins by
# opening /dev/null (scripts/native/c/start.c).
calls_of() {
  strace -f -qq -o "$FAULTS/trace" -e "trace=$FAULT_CALLS" "$@" >/dev/null 2>&1
  awk '
    !match($0, /^[0-9]+ +[a-z0-9_]+\(/) { next }
    { call = substr($0, 1, RLENGTH - 1); sub(/.* /, "", call); n = ++count[$1, call] }
    /openat\(AT_FDCWD, "\/dev\/null", O_RDWR/ { ours = 1 }
    !ours { loaders[call] = n }
    ours && n > loaders[call] && !seen[call, n]++ { print call, n }' "$FAULTS/trace"
}

# with_fault CALL N ERROR COMMAND...: the N-th CALL of the command fails. Leaves its status, 124 if it
# hangs, in $status, and what it said in $FAULTS/out and $FAULTS/err.
with_fault() {
  call=$1 nth=$2 error=$3 status=0
  shift 3
  timeout -k 5 60 strace -f --seccomp-bpf -qq -o /dev/null -e "trace=$call" \
    -e "inject=$call:error=$error:when=$nth" "$@" >"$FAULTS/out" 2>"$FAULTS/err" || status=$?
}

# is_decent PROGRAM: it ended by itself, and if it failed it says so, in no words but its own. What it
# says names a file or a module, unless the call had to do with neither.
is_decent() {
  ! grep -qE 'Exception|^[[:space:]]+at |mistake of this program' "$FAULTS/err" || return 1
  case $status,$call in
    0,*) ;;
    1,mmap) grep -q "^$1: FATAL: no memory: " "$FAULTS/err" ;;
    1,close) grep -qE "^$1: (ERROR|FATAL): ." "$FAULTS/err" ;;
    1,*) grep -qE "^$1: (ERROR|FATAL): .*(/|'|[Mm]odule )" "$FAULTS/err" ;;
    *) return 1 ;;
  esac
}
