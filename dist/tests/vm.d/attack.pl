# attack.pl KIND: an ordinary user who attacks the lock on /proc/modules in one of several ways. Writes the
# file "ready" in the folder /tmp/attack when the attack is on, and goes on until it is killed. There
# is no module of Perl in the virtual machine.
my ($SHARED, $EXCLUSIVE, $NO_WAIT, $UNLOCK) = (1, 2, 4, 8); # flock(2)
my $SIGSTOP = 19;

sub become_user { ($<, $>) = (1000, 1000) }
sub modules { open(my $file, "<", "/proc/modules") or die "$!\n"; return $file }
sub nap { select(undef, undef, undef, shift) }
sub note { my ($name, $text) = @_; open(my $file, ">", "/tmp/attack/$name") or die "$!\n"; print $file $text }
sub wait_for_ever { note("ready", ""); sleep 9999 while 1 }

my %attacks = (
  # It has the lock, and does not even run.
  stopped => sub {
    become_user();
    flock(my $lock = modules(), $EXCLUSIVE);
    note("ready", "");
    kill $SIGSTOP, $$;
  },
  loop => sub {
    become_user();
    my $lock = modules();
    note("ready", "");
    while (1) { flock($lock, $EXCLUSIVE); flock($lock, $UNLOCK) }
  },
  # Two hundred, with pauses: they attack the lock, not the processor.
  crowd => sub {
    become_user();
    for my $i (1 .. 200) {
      next if fork;
      while (1) {
        my $own = modules();
        flock($own, $i % 10 ? $SHARED : $EXCLUSIVE | $NO_WAIT);
        nap(0.5 * rand);
      }
    }
    wait_for_ever();
  },
  many => sub {
    become_user();
    my @locks = map { modules() } 1 .. 1000;
    flock($_, $SHARED) for @locks;
    wait_for_ever();
  },
  # Those who took three hundred locks are gone.
  gone => sub {
    become_user();
    my @locks = map { modules() } 1 .. 300;
    for my $lock (@locks) {
      if (fork) { wait; next }
      flock($lock, $SHARED);
      exit;
    }
    wait_for_ever();
  },
  # Its name, of 15 bytes, has in it what would be a line of /proc/PID/status.
  name => sub {
    $0 = "\e[2J\nUid:\t0\t0\n";
    become_user();
    flock(my $lock = modules(), $EXCLUSIVE);
    wait_for_ever();
  },
  # The one who took it is gone; the file "taker" tells the number.
  number => sub {
    become_user();
    my $lock = modules();
    my $taker = fork;
    if (!$taker) { flock($lock, $EXCLUSIVE); exit }
    waitpid $taker, 0;
    note("taker", $taker);
    wait_for_ever();
  },
  # As in a set-user-ID program, only the real user is the ordinary one.
  setuid => sub {
    $< = 1000;
    flock(my $lock = modules(), $EXCLUSIVE);
    wait_for_ever();
  },
  # A process of root, this one, has the same descriptor; the file "user" tells the user's process.
  shared => sub {
    my $lock = modules();
    my $user = fork;
    if (!$user) { become_user(); flock($lock, $EXCLUSIVE); sleep 9999 while 1 }
    nap(0.02) while flock(modules(), $EXCLUSIVE | $NO_WAIT);
    note("user", $user);
    note("ready", "");
    waitpid $user, 0;
    sleep 9999 while 1;
  },
);
$attacks{$ARGV[0]}->();
