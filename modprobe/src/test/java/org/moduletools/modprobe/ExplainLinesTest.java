package org.moduletools.modprobe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code modprobe --explain} tells of lines in modprobe.d that bear on a module. */
class ExplainLinesTest {

  private final ExplainedTree tree = new ExplainedTree();
  private final TestTree machine = tree.machine();

  @Test
  void tellsThatABlacklistStopsAnAlias() {
    machine.config("blacklist net-card\n");

    assertThat(tree.explain("pci:v8086d7")).isEqualTo("""
        pci:v8086d7: 2 modules
          module net_card, by the alias pci:v8086* of modules.alias
        ! blacklist  it is not loaded for an alias (/etc/modprobe.d/test.conf:1)
          needs      net_core, by modules.dep
          file       /lib/modules/6.1.0-21-amd64/kernel/net-card.ko
          built      for this kernel, 6.1.0-21-amd64; not signed; this kernel loads unsigned modules too
          state      not loaded
          verdict    it would not be loaded: the blacklist line stops its aliases; modprobe net_card would load it
          module plain, by the alias pci:v* of modules.alias
          file       /lib/modules/6.1.0-21-amd64/kernel/plain.ko
          built      for this kernel, 6.1.0-21-amd64; not signed; this kernel loads unsigned modules too
          state      not loaded
          verdict    it would be loaded
        status 0
        """);
  }

  @Test
  void tellsThatABlacklistDoesNotStopAName() {
    machine.config("blacklist plain\n");

    assertThat(tree.explain("plain"))
        .contains("""
          blacklist  stops its aliases, but neither its name nor what needs it \
        (/etc/modprobe.d/test.conf:1)
        """)
        .endsWith("  verdict    it would be loaded\nstatus 0\n");
    assertThat(tree.explain("-b", "plain")).contains("""
        ! blacklist  with -b it is not loaded by its name either (/etc/modprobe.d/test.conf:1)
        """).endsWith("""
          verdict    it would not be loaded: with -b the blacklist line stops its name too
        status 1
        """);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "install net_card false",
        "install net_card /bin/more",
        "install net_core false",
        "mask net_core",
        "options net_card debug=much",
        "alias net_card plain"
      })
  void advisesTheNameOnlyIfItWouldLoadTheModule(String line) {
    machine.config("blacklist net_card\n" + line + "\n");

    assertThat(tree.explain("pci:v8086d7")).contains("""
          verdict    it would not be loaded: the blacklist line stops its aliases
        """);
  }

  @Test
  void advisesNoNameThatNoModuleHas() {
    machine.config("alias eth nosuch\nblacklist nosuch\n");

    assertThat(tree.explain("eth")).endsWith("""
          verdict    it would not be loaded: the blacklist line stops its aliases
        status 1
        """);
  }

  @Test
  void tellsOfASoftdepThatNothingKnows() {
    machine.config("softdep plain pre: nosuch net-core post: part gone\n");

    assertThat(tree.explain("plain")).contains("""
          softdep    pre: nosuch net-core post: part gone (/etc/modprobe.d/test.conf:1)
        ! softdep    nosuch is passed over: nothing knows this name
        ! softdep    gone is passed over: nothing knows this name
          file  \
        """);
    assertThat(tree.explain("-i", "plain")).doesNotContain("passed over");
  }

  @Test
  void tellsThatWordsOfASoftdepNameNothing() {
    machine.config("softdep plain tun pre: net-core\n");

    assertThat(tree.explain("plain"))
        .contains("""
          softdep    tun pre: net-core (/etc/modprobe.d/test.conf:1)
        ! softdep    names nothing: 'tun' stands after neither pre: nor post: (/etc/modprobe.d/test.conf:1)
          file  \
        """)
        .endsWith("  verdict    it would be loaded, after net_core\nstatus 0\n");
    assertThat(tree.explain("-i", "plain")).endsWith("  verdict    it would be loaded\nstatus 0\n");
  }

  @Test
  void namesSoftdepsInTheOrderOfLoading() {
    machine.config("softdep net-card pre: plain post: odd\nsoftdep plain pre: part\n");

    assertThat(tree.explain("net-card"))
        .endsWith("  verdict    it would be loaded, after net_core, plain\nstatus 0\n");
  }

  @Test
  void tellsThatAModuleIsMasked() {
    machine.config("mask net-core\nsoftdep plain pre: net-card\n");

    assertThat(tree.explain("net-card", "plain")).isEqualTo("""
        net-card: module net_card, by modules.dep
        ! mask       net_core, which it needs, is masked (/etc/modprobe.d/test.conf:1)
          needs      net_core, by modules.dep
          file       /lib/modules/6.1.0-21-amd64/kernel/net-card.ko
          built      for this kernel, 6.1.0-21-amd64; not signed; this kernel loads unsigned modules too
          state      not loaded
          verdict    it would not be loaded: a mask line forbids net_core, which it needs

        plain: module plain, by modules.dep
          softdep    pre: net-card (/etc/modprobe.d/test.conf:2)
        ! softdep    net_card is passed over: masked (/etc/modprobe.d/test.conf:1)
          file       /lib/modules/6.1.0-21-amd64/kernel/plain.ko
          built      for this kernel, 6.1.0-21-amd64; not signed; this kernel loads unsigned modules too
          state      not loaded
          verdict    it would be loaded
        status 1
        """);
  }

  @Test
  void namesAFileThatIsHiddenThoughItNamesTheModule() {
    machine.file("/etc/modprobe.d/a.conf", "");
    machine.file("/usr/lib/modprobe.d/a.conf", "blacklist plain\n");
    machine.file("/usr/lib/modprobe.d/b.conf", "blacklist plain\n");
    machine.file("/usr/lib/modprobe.d/c.conf", "blacklist other\n");
    machine.file("/etc/modprobe.d/c.conf", "");
    machine.link("/etc/modprobe.d/b.conf", "/dev/null");
    machine.file("/dev/null", "");

    assertThat(tree.explain("plain")).startsWith("""
        plain: module plain, by modules.dep
        ! config     /usr/lib/modprobe.d/a.conf does not count: /etc/modprobe.d/a.conf, which is empty, hides \
        it
        ! config     /usr/lib/modprobe.d/b.conf does not count: /etc/modprobe.d/b.conf, a link to \
        /dev/null, hides it
          file  \
        """);
  }

  @Test
  void namesAFileThatNeverCountsThoughItNamesTheModule() {
    machine.file("/etc/modprobe.d/l.conf.bak", "blacklist plain\n");
    machine.file("/etc/modprobe.d/README", "On other modules.\n");
    machine.file("/etc/modprobe.d/.l.conf.swp", "options plain a=1\n");

    assertThat(tree.explain("plain")).startsWith("""
        plain: module plain, by modules.dep
        ! config     /etc/modprobe.d/.l.conf.swp does not count, since its name does not end in .conf
        ! config     /etc/modprobe.d/l.conf.bak does not count, since its name does not end in .conf
          file  \
        """);
    assertThat(tree.explain("-v", "plain"))
        .containsOnlyOnce(
            "\n! config     /etc/modprobe.d/README does not count, since its name does not end in")
        .containsOnlyOnce("\n! config     /etc/modprobe.d/l.conf.bak does not count, ");
    assertThat(tree.explain("--json", "plain"))
        .contains(
            "/etc/modprobe.d/l.conf.bak does not count, since its name does not end in .conf");
  }

  @Test
  void tellsOfAllFilesIfAsked() {
    machine.config("options other a=1\n");
    machine.file("/etc/modprobe.d/a.conf", "options other b=1\n");
    machine.file("/usr/lib/modprobe.d/a.conf", "options other c=1\n");

    assertThat(tree.explain("-v", "plain")).startsWith("""
        plain: module plain, by modules.dep
          config     these files count: /etc/modprobe.d/a.conf, /etc/modprobe.d/test.conf
        ! config     /usr/lib/modprobe.d/a.conf does not count: /etc/modprobe.d/a.conf hides it
          file  \
        """);
  }

  @Test
  void tellsWhatIsWrongWithFilesIfAsked() {
    machine.file("/etc/modprobe.d/mine", "blacklist plain\n");
    machine.config("blaklist plain\n");

    assertThat(tree.explain("-v", "plain")).contains("""
        ! config     /etc/modprobe.d/mine does not count, since its name does not end in .conf
        ! config     /etc/modprobe.d/test.conf line 1: ignoring bad line starting with 'blaklist'
          file  \
        """);
  }

  @Test
  void warnsOfFilesThatDoNotCountForTheirNames() {
    machine.file("/etc/modprobe.d/mine", "blacklist plain\n");

    tree.explain("plain");

    assertThat(machine.host().err())
        .isEqualTo("modprobe: WARNING: /etc/modprobe.d/mine does not count,"
            + " since its name does not end in .conf\n");
  }
}
