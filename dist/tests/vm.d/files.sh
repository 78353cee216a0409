# shellcheck shell=dash
# Compressed modules, and modules that stay (so whatever needs dummy comes before). The kernel cannot decompress by itself.

dummy=$(file_of dummy)
gzip -c "$dummy" >/tmp/dummy.ko.gz

# goes_in_by_insmod FILE
goes_in_by_insmod() { gives 0 "" insmod "$1" && loaded dummy && gives 0 "" rmmod dummy; }

from_standard_input() { insmod - <"$dummy" && loaded dummy && rmmod dummy; }

for form in gz xz zst; do
  check "insmod loads .ko.$form" goes_in_by_insmod "/tmp/dummy.ko.$form"
done
check "insmod loads from standard input" from_standard_input

# The same names in the tree, found by our own depmod.
for form in gz xz zst; do
  mv "$dummy" /tmp/plain
  cp "/tmp/dummy.ko.$form" "$dummy.$form"
  check "depmod finds .ko.$form" gives 0 "" depmod
  check "modprobe loads .ko.$form" in_and_out dummy
  rm "$dummy.$form"
  mv /tmp/plain "$dummy"
done
depmod

check "a module that loads ordinarily can be removed" in_and_out tun
check "modprobe --permanent says that the signature is lost" \
  tells 0 "loses its signature" modprobe --permanent tun
check "/proc/modules shows it" grep '^tun .*\[permanent\]' /proc/modules
check "rmmod says why it stays" gives 1 "rmmod: ERROR: could not remove 'tun': it is permanent: \
it has no exit function, so the kernel keeps it
rmmod: ERROR: could not remove module tun: it is permanent: \
it has no exit function, so the kernel keeps it" rmmod tun
check "modprobe -r says why it stays" tells 1 "it is permanent" modprobe -r tun
check "insmod --permanent does so too" tells 0 "loses its signature" insmod --permanent "$dummy"
check "/proc/modules shows that too" grep '^dummy .*\[permanent\]' /proc/modules
