# shellcheck shell=dash
# The kernel itself starts modprobe: with no open descriptor and four environment variables.

echo /opt/module-tools/bin/modprobe >/proc/sys/kernel/modprobe

checksums() {
  find "$MODULES" /etc /opt/module-tools /vm -type f -print0 | sort -z | xargs -0 md5sum
}

mounts_ext4() {
  modprobe loop && dd if=/dev/zero of=/tmp/disk bs=1024 count=1024 2>/dev/null &&
    mke2fs -F /tmp/disk >/dev/null && losetup /dev/loop0 /tmp/disk &&
    mount -t ext4 /dev/loop0 /mnt && loaded ext4 jbd2
}

adds_links() {
  ip link add bridge7 type bridge && ip link add dummy7 type dummy && loaded bridge llc dummy
}

# socket FAMILY TYPE: as root, and as a user without any right.
socket() { perl -e 'socket(my $s, $ARGV[0], $ARGV[1], 0) or die "$!\n"' "$@"; }
socket_of_user() {
  perl -e '($<, $>) = (1000, 1000); socket(my $s, $ARGV[0], $ARGV[1], 0) or die "$!\n"' "$@"
}

# Behind a script the kernel's modprobe is not quiet, and has something to say.
cat >/tmp/loud <<'LOUD'
#!/bin/sh
shift # -q
exec /sbin/modprobe -vvv "$@"
LOUD
chmod +x /tmp/loud

# A bad value makes modprobe complain; nobody has its standard error, so the system log gets it.
complains_to_the_log() {
  syslogd -O /tmp/messages
  echo /tmp/loud >/proc/sys/kernel/modprobe
  echo 'install kcm exit 1' >/etc/modprobe.d/kcm.conf
  ! socket 41 2 || return 1
  rm /etc/modprobe.d/kcm.conf
  grep "could not insert 'kcm'" /tmp/messages || { cat /tmp/messages; return 1; }
}

checksums >/tmp/before
check "mount -t loads a file system" mounts_ext4
check "ip link add loads the kinds of links" adds_links
check "a socket loads its family" socket 41 2
check "the family is loaded" loaded kcm
umount /mnt
losetup -d /dev/loop0
ip link del bridge7
check "what the kernel has loaded can be removed" gives 0 "" modprobe -r ext4 bridge dummy loop kcm
check "nothing of it is left" nothing_loaded
check "a socket of an ordinary user loads its family" socket_of_user 41 2
modprobe -r kcm
check "what modprobe has to say goes to the system log" complains_to_the_log
checksums >/tmp/after
check "no message landed in a file" diff /tmp/before /tmp/after
echo /sbin/modprobe >/proc/sys/kernel/modprobe
