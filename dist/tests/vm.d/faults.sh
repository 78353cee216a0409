# shellcheck shell=dash disable=SC2154 # inject.sh leaves what it found out in variables
# System calls that fail, one at a time, while modules are loaded and removed: those on modules and the
# lock with each of five errors, the others with one of them in turn. A program that says it has done it
# has, one that says it has not has not; none hangs, and the next run is as ever.

FAULTS=/tmp/faults
mkdir -p $FAULTS
. /faults/inject.sh

echo 'options vxlan udp_port=4711' >/etc/modprobe.d/faults.conf
loop=$(file_of loop)

# errors_of CALL NUMBER
errors_of() {
  case $1 in
    flock | *_module) echo "$FAULT_ERRORS" ;;
    *) echo "$FAULT_ERRORS" | cut -d ' ' -f $(($2 % 5 + 1)) ;;
  esac
}

# bears_faults PREPARE DONE UNDONE COMMAND...: with each of its calls failing once; DONE and UNDONE tell
# whether the command has done all or nothing of it. Between runs kmod clears up.
bears_faults() {
  prepare=$1 is_done=$2 is_undone=$3 number=0 faults=0
  shift 3
  $prepare || return 1
  calls_of "$@" >$FAULTS/calls
  while read -r name nth; do
    number=$((number + 1))
    for error in $(errors_of "$name" $number); do
      $prepare || return 1
      with_fault "$name" "$nth" "$error" "$@" </dev/null
      is_right "$1" || { tell "$@"; return 1; }
      faults=$((faults + 1))
    done
  done <$FAULTS/calls
  $prepare && gives 0 "" "$@" && $is_done || return 1
  echo "    ($1: $number calls, $faults faults)" >/dev/ttyS1
  [ $number -gt 10 ]
}

is_right() {
  is_decent "$1" || return 1
  if [ "$status" = 0 ]; then $is_done; else $is_undone; fi
}

tell() {
  echo "$error of call $nth of $call: $* ended with $status and said:"
  head -n 5 $FAULTS/err
  echo "and there is loaded: $(cut -d ' ' -f 1 /proc/modules | xargs)"
}

without_modules() {
  /opt/kmod/bin/rmmod vxlan ip6_udp_tunnel udp_tunnel loop dummy 2>/dev/null
  nothing_loaded
}
with_vxlan() { /opt/kmod/bin/modprobe vxlan; }
with_loop() { /opt/kmod/bin/modprobe loop; }

# With the parameter of modprobe.d, unless it is said that the file could not be read.
has_vxlan() {
  loaded vxlan ip6_udp_tunnel udp_tunnel && {
    file_says /sys/module/vxlan/parameters/udp_port 4711 || grep 'ERROR: .*/etc/modprobe.d' $FAULTS/err
  }
}
has_loop() { is_loaded loop; }
has_dummy() { is_loaded dummy; }
has_no_vxlan() { ! is_loaded vxlan; }
has_no_loop() { ! is_loaded loop; }
has_no_dummy() { ! is_loaded dummy; }

check "modprobe bears each fault" bears_faults without_modules has_vxlan has_no_vxlan modprobe vxlan
check "modprobe -r bears each fault" bears_faults with_vxlan has_no_vxlan has_vxlan modprobe -r vxlan
check "insmod bears each fault" bears_faults without_modules has_loop has_no_loop insmod "$loop"
check "insmod of a compressed module bears each fault" \
  bears_faults without_modules has_dummy has_no_dummy insmod /tmp/dummy.ko.xz
check "rmmod bears each fault" bears_faults with_loop has_no_loop has_loop rmmod loop
without_modules
rm /etc/modprobe.d/faults.conf
