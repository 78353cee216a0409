# shellcheck shell=dash
# A kernel that can decompress modules by itself: Debian 13's, whose modules are .ko.xz.

# calls TEXT COMMAND...: the command succeeds, and its system call on the module is that.
calls() {
  text=$1
  shift
  strace -f -o /tmp/calls -e trace=init_module,finit_module "$@" || return 1
  grep -F "$text" /tmp/calls || { cat /tmp/calls; return 1; }
}

check "the kernel knows .xz" file_says /sys/module/compression xz
check "modprobe leaves decompressing to the kernel" calls MODULE_INIT_COMPRESSED_FILE modprobe dummy
check "the module is loaded" loaded dummy
check "it goes out again" gives 0 "" modprobe -r dummy
check "insmod leaves decompressing to the kernel" calls MODULE_INIT_COMPRESSED_FILE insmod "$(find "$MODULES" -name dummy.ko.xz)"
rmmod dummy

xz -dc "$(find "$MODULES" -name dummy.ko.xz)" >/tmp/dummy.ko
gzip -c /tmp/dummy.ko >/tmp/dummy.ko.gz
check "what the kernel does not know is decompressed for it" calls "init_module(" insmod /tmp/dummy.ko.gz
rmmod dummy
check "a plain module is handed over as a file" calls 'finit_module(' insmod /tmp/dummy.ko
check "a module that shall stay is decompressed, to be changed" \
  tells 0 "loses its signature" modprobe --permanent bridge
check "it stays" grep '^bridge .*\[permanent\]' /proc/modules
check "what it uses stays with it" tells 1 "Module llc is in use by: bridge" rmmod llc
