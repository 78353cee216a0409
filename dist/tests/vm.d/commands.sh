# shellcheck shell=dash
# Install and remove commands call modprobe and rmmod again: no lock is held meanwhile.

cat >/etc/modprobe.d/commands.conf <<'CONF'
install dummy modprobe --ignore-install dummy $CMDLINE_OPTS && modprobe bridge && rmmod bridge
remove dummy modprobe -r --ignore-remove dummy && modprobe stp && modprobe -r stp
install tun modprobe veth
install veth modprobe tun
CONF

check "an install command loads and removes" gives 0 "" timeout 60 modprobe dummy
check "it has done both" loaded dummy llc stp
check "a remove command removes and loads" gives 0 "" timeout 60 modprobe -r dummy
check "it has done all" nothing_loaded
check "install commands that call each other come to an end" \
  tells 1 "commands call each other without end: tun -> veth -> tun -> veth -> tun" timeout 200 modprobe tun
check "none of them has loaded anything" nothing_loaded

# The command looks at what modprobe has printed so far.
cat >/etc/modprobe.d/commands.conf <<'CONF'
softdep dummy pre: stp
install dummy grep -q stp.ko /tmp/printed && grep -q "^install grep" /tmp/printed && echo seen
CONF
each_line_is_there_in_time() {
  modprobe -v dummy >/tmp/printed && grep -x seen /tmp/printed && modprobe -r stp && nothing_loaded
}
check "modprobe -v prints each line before its action" each_line_is_there_in_time
rm /etc/modprobe.d/commands.conf
