# shellcheck shell=dash
# What the user reads behind a refusal: its cause, each in a line. The whole of it is spelled out.

RELEASE=$(uname -r)
VERMAGIC="$RELEASE SMP preempt mod_unload modversions"
dummy=$(file_of dummy)

# plain FILE: the module without its signature, which takes it in all the same.
plain() { head -c -"$(perl -0777 -ne 'print 40 + unpack("N", substr($_, -32, 4))' "$1")" "$1"; }

# as_user COMMAND...: runs it without any right.
as_user() { perl -e '($(, $)) = (1000, "1000 1000"); ($<, $>) = (1000, 1000); exec @ARGV' "$@"; }

# without_capability COMMAND...: runs it as root who has given up CAP_SYS_MODULE for good: prctl(2), PR_CAPBSET_DROP.
without_capability() {
  perl -e 'syscall(`uname -m` =~ /aarch64/ ? 167 : 157, 24, 16, 0, 0, 0) == 0 or die "prctl: $!"; exec @ARGV' "$@"
}

# contained COMMAND...: runs it as root of a user namespace: unshare(2), CLONE_NEWUSER.
contained() {
  perl -e 'syscall(`uname -m` =~ /aarch64/ ? 97 : 272, 0x10000000) == 0 or die "unshare: $!";
    open F, ">/proc/self/uid_map" and print F "0 0 1\n" and close F or die "uid_map: $!"; exec @ARGV' "$@"
}

# crc_of SYMBOL: its version, as the module states it.
crc_of() { modprobe --show-modversions "$dummy" | sed -n "s/\t$1\$//p"; }

# verdict OPERAND...: the last line of what modprobe foresees.
verdict() { modprobe --explain "$@" | tail -n 1; }

# signer FILE: the words on its signature.
signer() {
  echo "it is signed by '$(modinfo -F signer "$1")' ($(modinfo -F sig_id "$1"), $(modinfo -F sig_hashalgo "$1"))"
}

# names_version SYMBOL VERSION REFUSAL: of /tmp/other.ko, which was built with another version.
names_version() {
  tells 1 "insmod: ERROR: could not insert module /tmp/other.ko: $3
insmod: NOTE: it was built with version 0x12345678 of the symbol $1, which has $2 by $MODULES/kernel/" insmod /tmp/other.ko &&
    tells 1 ".ko; build it for this kernel" insmod /tmp/other.ko
}

# The name is wrong of a module that is loaded.
rmmod_misspelled() {
  modprobe dummy
  rmmod dumy
  set -- $?
  rmmod dummy
  return "$1"
}

# A name that nothing has.
check "a typing error" says 1 "modprobe: FATAL: Module dumy not found in directory $MODULES
modprobe: NOTE: names like it: dummy" modprobe dumy
check "a suffix" says 1 "modprobe: FATAL: Module dummy.ko not found in directory $MODULES
modprobe: NOTE: a module's name has no suffix; try dummy; a file is named with its path: ./dummy.ko" modprobe dummy.ko
check "capitals" says 1 "modprobe: FATAL: Module Dummy not found in directory $MODULES
modprobe: NOTE: capitals count in a module's name; try dummy" modprobe Dummy
check "nothing of it with -q" says 1 "" modprobe -q dumy
cp "$dummy" "$MODULES/late.ko"
check "a file that no index names" says 1 "modprobe: FATAL: Module late not found in directory $MODULES
modprobe: NOTE: $MODULES/late.ko is there, but modules.dep does not name it; run depmod" modprobe late
rm "$MODULES/late.ko"

# A tree that is not there.
mkdir /tmp/aside && mv "$MODULES"/modules.dep* /tmp/aside
check "no index" says 1 "modprobe: FATAL: Module dummy not found in directory $MODULES
modprobe: NOTE: $MODULES has no modules.dep; run depmod" modprobe dummy
mv /tmp/aside/* "$MODULES"
mv "$MODULES" /lib/modules/9.9.9-later
check "an upgraded kernel" says 1 "modprobe: FATAL: Module dummy not found in directory $MODULES
modprobe: NOTE: $MODULES is missing; there is 9.9.9-later; this kernel runs without its modules: if it was upgraded, reboot" \
  modprobe dummy
check "modinfo of a release that is not there" says 1 "modinfo: ERROR: Module dummy not found.
modinfo: NOTE: $MODULES is missing; there is 9.9.9-later; this kernel runs without its modules: if it was upgraded, reboot" \
  modinfo -k "$RELEASE" dummy
mv /lib/modules/9.9.9-later "$MODULES"

# A file that does not fit.
check "insmod of what is no module" says 1 "insmod: ERROR: could not insert module /etc/passwd: Invalid module format
insmod: NOTE: /etc/passwd is a text file; the kernel takes modules only" insmod /etc/passwd
check "modinfo of what is no module" says 1 "modinfo: ERROR: Module /etc/passwd not found.
modinfo: NOTE: /etc/passwd is a text file; modinfo takes files whose names end in .ko, .ko.gz, .ko.xz or .ko.zst" \
  modinfo /etc/passwd
stp=$(file_of stp)
check "insmod without what it needs" says 1 "insmod: ERROR: could not insert module $stp: Unknown symbol in module
insmod: NOTE: it needs llc_sap_close and llc_sap_open, which module llc has: not loaded" insmod "$stp"
perl -pe 's/(vermagic=\S+) SMP /$1 SMQ /' "$dummy" >/tmp/signed.ko
check "a module that was changed after it was signed" \
  says 1 "insmod: ERROR: could not insert module /tmp/signed.ko: Key was rejected by service
insmod: NOTE: /tmp/signed.ko: $(signer "$dummy"): this kernel has no such key, or the file was changed after it was signed" \
  insmod /tmp/signed.ko
plain /tmp/signed.ko >/tmp/other.ko
check "a module of another kernel" says 1 "insmod: ERROR: could not insert module /tmp/other.ko: Invalid module format
insmod: NOTE: it was built for '$RELEASE SMQ preempt mod_unload modversions', this kernel is '$VERMAGIC'; the first difference is 'SMQ' in place of 'SMP'" \
  insmod /tmp/other.ko
for symbol in module_layout ether_setup; do
  plain "$dummy" | SYMBOL=$symbol perl -0777 -pe 's/.{8}(?=$ENV{SYMBOL}\0)/\x78\x56\x34\x12\0\0\0\0/s' >/tmp/other.ko
  case $symbol in
    module_layout) refusal="Invalid module format" foreseen="Exec format error" ;;
    *) refusal="Invalid parameters" foreseen="Invalid argument" ;;
  esac
  check "another version of $symbol" names_version "$symbol" "$(crc_of "$symbol")" "$refusal"
  check "--explain foresees it" says 0 "  verdict    the kernel would refuse it: $foreseen" verdict /tmp/other.ko
done
rm /tmp/signed.ko /tmp/other.ko

# Symbols.
unknown="Unknown symbol in module, or unknown parameter (see dmesg)"
llc=$(file_of llc)
mv "$llc" /tmp/llc.ko && depmod
check "a module of the kernel's own build that is gone" \
  says 1 "modprobe: ERROR: could not insert 'bridge': $unknown
modprobe: NOTE: it was stp that the kernel refused, which bridge needs
modprobe: NOTE: it needs llc_sap_close and llc_sap_open, which neither this kernel nor a module of it has" modprobe bridge
check "--explain foresees it" says 0 "  verdict    the kernel would refuse stp, which it needs: $unknown" verdict bridge
mv /tmp/llc.ko "$llc" && depmod
check "and nothing when it is back" says 0 "  verdict    it would be loaded, after llc, stp" verdict bridge
plain "$dummy" | perl -0777 -pe 's/\0license=GPL\0/\0license=BSD\0/' >/tmp/mine.ko
licence="its licence 'BSD' is not compatible with the GPL, and the kernel gives GPL-only symbols to no such module: "
check "a licence that is not compatible" tells 1 "insmod: ERROR: could not insert module /tmp/mine.ko: Unknown symbol in module
insmod: NOTE: $licence" insmod /tmp/mine.ko
check "modprobe notes it too" tells 1 "modprobe: NOTE: $licence" modprobe /tmp/mine.ko
check "--explain foresees it" tells 1 "! built      $licence" modprobe --explain /tmp/mine.ko
check "and the kernel's answer" says 0 "  verdict    the kernel would refuse it: $unknown" verdict /tmp/mine.ko
rm /tmp/mine.ko

# Parameters.
echo "options dummy numdumies=3 # three" >/etc/modprobe.d/notes.conf
check "a parameter that the module has not" \
  says 0 "modprobe: NOTE: dummy: 'numdumies' is no parameter of it; near: numdummies (from /etc/modprobe.d/notes.conf:1)
modprobe: NOTE: dummy: '#' begins no comment within a line: it and what follows go to the module; write the comment on a line of its own (from /etc/modprobe.d/notes.conf:1)" \
  modprobe dummy
rmmod dummy
echo "options dummy numdummies=3, numdummies=1" >/etc/modprobe.d/notes.conf
check "a comma between parameters" says 1 "modprobe: ERROR: could not insert 'dummy': Invalid argument
modprobe: NOTE: dummy: 'numdummies=3,' ends in a comma; parameters are separated by blanks only (from /etc/modprobe.d/notes.conf:1)" \
  modprobe dummy
rm /etc/modprobe.d/notes.conf
check "a value of the wrong type" says 1 "insmod: ERROR: could not insert module $dummy: Invalid parameters
insmod: NOTE: dummy: 'numdummies=abc' is no value of its type (int)" insmod "$dummy" numdummies=abc
check "a number that is out of range" says 1 "modprobe: ERROR: could not insert 'dummy': Numerical result out of range
modprobe: NOTE: dummy: 'numdummies=99999999999' is no value of its type (int) (from the command line)" \
  modprobe dummy numdummies=99999999999
check "--explain foresees it" says 0 "  verdict    the kernel would refuse it: Numerical result out of range" \
  verdict dummy numdummies=99999999999
printf 'softdep dummy pre: tun q1 loop\ninstall tun /bin/false\nalias q1 nosuch\noptions loop max_part=x\n' \
  >/etc/modprobe.d/notes.conf
check "softdeps that are not loaded" says 0 "  verdict    it would be loaded" verdict dummy
check "--explain names what is wrong with each" tells 0 "! softdep    nosuch is passed over: no module nosuch" \
  modprobe --explain dummy
check "modprobe passes over them" says 0 "modprobe: ERROR: Error running install command '/bin/false' for module tun: retcode 1
modprobe: ERROR: could not find module by name='nosuch'" modprobe dummy
check "as --explain has said" says 0 "dummy" sh -c "cut -d' ' -f1 /proc/modules"
rmmod dummy
rm /etc/modprobe.d/notes.conf
echo "blacklist dummy" >/etc/modprobe.d/notes
check "a file without .conf" \
  says 0 "modprobe: WARNING: /etc/modprobe.d/notes does not count, since its name does not end in .conf
insmod $dummy " modprobe -v dummy
rm /etc/modprobe.d/notes

# Modules that are there already, or in use.
check "insmod of what is loaded" says 1 "insmod: ERROR: could not insert module $dummy: File exists
insmod: NOTE: module dummy is loaded already; rmmod dummy removes it" insmod "$dummy"
rmmod dummy
modprobe bridge
check "a module that others use" says 1 "rmmod: ERROR: Module llc is in use by: bridge stp
rmmod: NOTE: modules that use it: bridge and stp; modprobe -r --remove-holders removes them first" rmmod llc
modprobe -r bridge
modprobe loop && dd if=/dev/zero of=/tmp/disk bs=1024 count=1024 2>/dev/null && mke2fs -F /tmp/disk >/dev/null
losetup /dev/loop0 /tmp/disk
check "a module that neither modules nor mounts use" says 1 "rmmod: ERROR: Module loop is in use
rmmod: NOTE: no other module, mount or network interface uses it, so a process does, or the kernel; fuser or lsof shows who has a device of it open" \
  rmmod loop
modprobe ext4 && mount -t ext4 /dev/loop0 /mnt
check "a file system that is mounted" says 1 "modprobe: FATAL: Module ext4 is in use.
modprobe: NOTE: mounted: /mnt (ext4); umount ends that" modprobe -r ext4
check "rmmod of it" says 1 "rmmod: ERROR: Module ext4 is in use
rmmod: NOTE: mounted: /mnt (ext4); umount ends that" rmmod ext4
umount /mnt && losetup -d /dev/loop0
modprobe -r ext4 && modprobe -r loop
# An interface keeps no driver in, but tun counts those that were made to last.
modprobe dummy && ip link set dummy0 up
check "a driver whose network interface is up goes" says 0 "" rmmod dummy
modprobe tun && mkdir -p /dev/net && { [ -e /dev/net/tun ] || mknod /dev/net/tun c 10 200; }
tunctl -t tap7 >/dev/null
check "an interface that was made to last" says 1 "rmmod: ERROR: Module tun is in use
rmmod: NOTE: network interfaces that it drives: tap7; a process may hold them, or they last until ip link delete" rmmod tun
ip link delete tap7
check "and then tun goes" says 0 "" rmmod tun
check "a module that is like a loaded one" says 1 "rmmod: ERROR: Module dumy is not currently loaded
rmmod: NOTE: names like it: dummy" rmmod_misspelled

# Who may not.
check "modprobe by a user" says 1 "modprobe: ERROR: could not insert 'dummy': Operation not permitted
modprobe: NOTE: only root may load and remove modules (CAP_SYS_MODULE); try it with sudo" as_user modprobe dummy
modprobe dummy
check "rmmod by a user" says 1 "rmmod: ERROR: could not remove 'dummy': Operation not permitted
rmmod: ERROR: could not remove module dummy: Operation not permitted
rmmod: NOTE: only root may load and remove modules (CAP_SYS_MODULE); try it with sudo" as_user rmmod dummy
rmmod dummy

not_capable="this process is root's, but without the capability CAP_SYS_MODULE, as in a container or a service with fewer \
rights; run it outside"
of_namespace="root of a user namespace, as in a container, may not load or remove modules; run it outside"
for rights in without_capability contained; do
  case $rights in contained) cause=$of_namespace ;; *) cause=$not_capable ;; esac
  check "modprobe by root $rights" says 1 "modprobe: ERROR: could not insert 'dummy': Operation not permitted
modprobe: NOTE: $cause" $rights modprobe dummy
  check "insmod by root $rights" says 1 "insmod: ERROR: could not insert module $dummy: Operation not permitted
insmod: NOTE: $cause" $rights insmod "$dummy"
  modprobe dummy
  check "rmmod by root $rights" says 1 "rmmod: ERROR: could not remove 'dummy': Operation not permitted
rmmod: ERROR: could not remove module dummy: Operation not permitted
rmmod: NOTE: $cause" $rights rmmod dummy
  rmmod dummy
done

# A module that refuses by itself. EINTR cannot be had: the signal ends the program before it says anything.
started="the module's own start refused"
if [ "$(uname -m)" = x86_64 ]; then
  check "an init function that finds no device" says 1 "modprobe: ERROR: could not insert 'coretemp': No such device
modprobe: NOTE: $started: it found no device or feature that it is for; see the kernel's log (dmesg)" \
    modprobe coretemp
  check "an init function that gets no memory" says 1 "modprobe: ERROR: could not insert 'mtdram': Cannot allocate memory
modprobe: NOTE: $started: it got no memory, as the kernel may not have for it either; see the kernel's log (dmesg)" \
    modprobe mtdram total_size=900000000
  modprobe -r mtd
fi
# dummy under another name: its kind of interface can be registered once only.
twin=$MODULES/mummy.ko
plain "$dummy" | perl -0777 -pe 's/dummy(?=\0{51})/mummy/; s/\0name=dummy\0/\0name=mummy\0/' >"$twin"
depmod
modprobe dummy
registered="$started: something that it registers is registered already, by another driver; see the kernel's log (dmesg)"
check "insmod of one that registers what is registered" says 1 "insmod: ERROR: could not insert module $twin: File exists
insmod: NOTE: $registered" insmod "$twin"
check "modprobe of it is no failure, as with kmod" says 0 "modprobe: NOTE: mummy: $registered" modprobe mummy
check "which says nothing" says 0 "" /opt/kmod/bin/modprobe mummy
check "but for --first-time" says 1 "modprobe: ERROR: could not insert 'mummy': Module already in kernel
modprobe: NOTE: $registered" modprobe --first-time mummy
cp "$dummy" /tmp/renamed.ko
check "insmod of a file that has another name than its module" \
  says 1 "insmod: ERROR: could not insert module /tmp/renamed.ko: File exists
insmod: NOTE: module dummy is loaded already; rmmod dummy removes it" insmod /tmp/renamed.ko
check "modprobe of it has nothing to do" says 0 "" modprobe /tmp/renamed.ko
check "--explain foresees it" says 0 "  verdict    nothing to do: it is loaded, as dummy" verdict /tmp/renamed.ko
rmmod dummy
echo "mask dummy" >/etc/modprobe.d/notes.conf
check "a mask keeps out a file that has another name than its module" \
  says 1 "modprobe: ERROR: could not insert 'renamed': Operation not permitted
modprobe: NOTE: module dummy is masked by /etc/modprobe.d/notes.conf:1; nothing loads it while that line is there" \
  modprobe /tmp/renamed.ko
rm /etc/modprobe.d/notes.conf
rm "$twin" /tmp/renamed.ko
depmod
check "nothing of all that is left" nothing_loaded
