# shellcheck shell=bash disable=SC2154 # scripts/vm sets the options
# Runs the virtual machine that vm-parts.sh made, and watches it. Uses the options of scripts/vm.

machine='' # QEMU's process while it runs

stop_machine() {
  [[ -n $machine ]] || return 0
  kill -9 "$machine" 2>/dev/null || true
  wait "$machine" 2>/dev/null || true
  machine=''
}

# Boots, again if the machine does not come up (one boot in several hundred hangs), lets the script
# print, and ends with its status.
run_machine() {
  local try outcome=0
  [[ -n $memory ]] || memory=$((384 + 2 * $(stat -c %s "$WORK/initramfs") / 1048576))
  SECONDS=0
  for try in $(accelerators); do
    note "booting $(<"$VM_KERNEL/release") with $try and $memory MiB"
    outcome=0
    boot "${try%:*}" "${try#*:}" || outcome=$?
    ((outcome == 1)) || break
    note "it did not come up: $(tail -n 3 "$WORK/qemu")"
  done
  [[ -z $console ]] || tr -d '\r' <"$WORK/console" >"$console"
  case $outcome in
    0)
      note "up after $(sed -n 's/^up //p' "$WORK/status") s, $SECONDS s in all"
      exit "$(sed -n 's/^exit //p' "$WORK/status")"
      ;;
    1) complain "the machine did not come up" ;;
    2) complain "the machine died while the script ran" ;;
    3) complain "the script did not end within $limit s" 124 ;;
  esac
}

# complain WHAT [STATUS]
complain() {
  { cat "$WORK/qemu"; tr -d '\r' <"$WORK/console" | tail -n 30; cat "$WORK/status"; } >&2
  warn "$1"
  exit "${2:-125}"
}

# Prints the ways to run it that are to be tried, and how many seconds each has to come up.
accelerators() {
  local emulation="tcg:60 tcg:60 tcg:60"
  [[ $arch == amd64 ]] || emulation="tcg:180 tcg:180" # a processor of another kind is slower
  case $accel in
    kvm) echo kvm:30 ;;
    tcg) echo "$emulation" ;;
    *) if kvm_is_usable; then echo "kvm:15 $emulation"; else echo "$emulation"; fi ;;
  esac
}

# A host with kvm_pvm runs only kernels that were made for it, and hangs on others.
kvm_is_usable() { [[ -r /dev/kvm && -w /dev/kvm && ! -d /sys/module/kvm_pvm ]]; }

# boot ACCELERATOR SECONDS: 0 the script ran, 1 it did not come up, 2 it died, 3 time ran out.
boot() {
  local qemu start=$SECONDS
  : >"$WORK/status"
  : >"$WORK/console"
  qemu_for "$1"
  "${qemu[@]}" -accel "$1" -smp "$cpus" -m "$memory" \
    -nodefaults -no-user-config -display none -no-reboot ${devices[@]+"${devices[@]}"} \
    -kernel "$VM_KERNEL/vmlinux" -initrd "$WORK/initramfs" </dev/null 2>"$WORK/qemu" &
  machine=$!
  while kill -0 "$machine" 2>/dev/null; do
    [[ -s $WORK/status ]] || ((SECONDS - start < $2)) || break
    ((SECONDS < limit)) || break
    sleep 0.05
  done
  stop_machine
  ! grep -q '^exit ' "$WORK/status" || return 0
  ((SECONDS < limit)) || return 3
  ! grep -q '^up ' "$WORK/status" || return 2
  return 1
}

# qemu_for ACCELERATOR: sets "qemu", the command and what differs between machines. What the script
# prints comes by the second serial port, what vm-init reports by the third: a PC has four of them,
# the ARM machine one, and four on a card.
qemu_for() {
  local cpu=host words="quiet panic=-1 rootfstype=ramfs cryptomgr.notests$append"
  case $arch in
    amd64)
      [[ $1 == kvm ]] || cpu=qemu64
      qemu=(qemu-system-x86_64 -M q35 -cpu "$cpu" -append "console=ttyS0 $words"
        -serial "file:$WORK/console" -serial stdio -serial "file:$WORK/status")
      ;;
    arm64)
      qemu=(qemu-system-aarch64 -M virt -cpu cortex-a72 -append "console=ttyAMA0 $words"
        -serial "file:$WORK/console" -chardev "stdio,id=said" -chardev "file,id=status,path=$WORK/status"
        -device "pci-serial-4x,chardev2=said,chardev3=status")
      ;;
  esac
}
