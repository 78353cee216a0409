# shellcheck shell=dash
# What the user reads when the kernel refuses.

dummy=$(file_of dummy)
check "a module that does not exist" \
  gives 1 "modprobe: FATAL: Module nosuch not found in directory $MODULES" modprobe nosuch
check "a bad value" \
  gives 1 "modprobe: ERROR: could not insert 'dummy': Invalid argument" modprobe dummy numdummies=abc
check "modprobe --first-time -r of what is not loaded" \
  gives 1 "modprobe: FATAL: Module dummy is not in kernel." modprobe --first-time -r dummy
check "modprobe -r of what is not loaded" gives 0 "" modprobe -r dummy
check "rmmod of what is not loaded" \
  gives 1 "rmmod: ERROR: Module dummy is not currently loaded" rmmod dummy
check "an unknown parameter is no error" gives 0 "" modprobe dummy nosuch=1
check "modprobe of what is loaded" gives 0 "" modprobe dummy
check "modprobe --first-time of what is loaded" \
  gives 1 "modprobe: ERROR: could not insert 'dummy': Module already in kernel" \
  modprobe --first-time dummy
check "insmod of what is loaded" \
  gives 1 "insmod: ERROR: could not insert module $dummy: File exists" insmod "$dummy"
rmmod dummy
check "insmod of what is no module" \
  gives 1 "insmod: ERROR: could not insert module /etc/passwd: Invalid module format" \
  insmod /etc/passwd
bridge=$(file_of bridge)
check "insmod without what it needs" \
  gives 1 "insmod: ERROR: could not insert module $bridge: Unknown symbol in module" insmod "$bridge"
check "rmmod of a part of the kernel" gives 1 "rmmod: ERROR: Module unix is builtin." rmmod unix
check "modprobe -r of a part of the kernel" \
  gives 1 "modprobe: FATAL: Module unix is builtin." modprobe -r unix
check "modprobe of a part of the kernel" gives 0 "" modprobe unix

# A version magic of another kernel: with the signature, which does not match then, and without.
perl -pe 's/(vermagic=\S+) SMP /$1 SMQ /' "$dummy" >/tmp/signed.ko
head -c -"$(perl -0777 -ne 'print 40 + unpack("N", substr($_, -32, 4))' "$dummy")" /tmp/signed.ko \
  >/tmp/other.ko
check "a changed module that keeps its signature" \
  gives 1 "insmod: ERROR: could not insert module /tmp/signed.ko: Key was rejected by service" \
  insmod /tmp/signed.ko
check "a module of another kernel" \
  gives 1 "insmod: ERROR: could not insert module /tmp/other.ko: Invalid module format" \
  insmod /tmp/other.ko
check "insmod -f loads a module of another kernel" tells 0 "" insmod -f /tmp/other.ko
check "it is loaded" loaded dummy
rmmod dummy
rm /tmp/signed.ko /tmp/other.ko
check "nothing of all that is left" nothing_loaded
