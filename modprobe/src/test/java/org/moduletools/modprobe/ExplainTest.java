package org.moduletools.modprobe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moduletools.kernel.ModuleState;
import org.moduletools.modulefile.ModuleBuilder;

/** What {@code modprobe --explain} tells people. */
class ExplainTest {

  private final ExplainedTree tree = new ExplainedTree();
  private final TestTree machine = tree.machine();

  @Test
  void isShortForAPlainModule() {
    assertThat(tree.explain("plain")).isEqualTo("""
        plain: module plain, by modules.dep
          file       /lib/modules/6.1.0-21-amd64/kernel/plain.ko
          built      for this kernel, 6.1.0-21-amd64; not signed; this kernel loads unsigned modules too
          state      not loaded
          verdict    it would be loaded
        status 0
        """);
    assertThat(machine.host().err()).isEmpty();
    assertThat(machine.kernel().calls()).isEmpty();
  }

  @Test
  void tellsThatABlacklistStopsAnAlias() {
    machine.config("blacklist net-card\n");

    assertThat(tree.explain("pci:v8086d7")).isEqualTo("""
        pci:v8086d7: 2 modules
          lookup     not in alias lines, modules.dep, install and remove lines
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

  @Test
  void tellsOfACommandThatRunsInstead() {
    machine.config("install pl* /bin/false\ninstall plain /bin/more\nremove plain /bin/less\n");

    assertThat(tree.explain("plain")).isEqualTo("""
        plain: module plain, by modules.dep
        ! install    runs in its place: /bin/false (/etc/modprobe.d/test.conf:1)
        ! install    does not count, since the first one does: /bin/more (/etc/modprobe.d/test.conf:2)
          remove     modprobe -r runs: /bin/less (/etc/modprobe.d/test.conf:3)
          file       /lib/modules/6.1.0-21-amd64/kernel/plain.ko
          built      for this kernel, 6.1.0-21-amd64; not signed; this kernel loads unsigned modules too
          state      not loaded
          verdict    it would not be loaded: the install command runs in its place and loads nothing
        status 1
        """);
    assertThat(tree.explain("-i", "plain")).endsWith("  verdict    it would be loaded\nstatus 0\n");
  }

  @Test
  void cannotKnowWhatOtherCommandsDo() {
    machine.config("install plain /sbin/modprobe -i plain && /bin/more\n");

    assertThat(tree.explain("plain")).endsWith("""
          verdict    the install command would run in its place, and may load it; modprobe cannot know
        status 0
        """);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "/bin/true && modprobe -i plain",
        "/bin/false; modprobe -i plain",
        "true | modprobe -i plain",
        ": $(modprobe -i plain)",
        "true `modprobe -i plain`",
        "false || modprobe -i plain # the second",
        "true& modprobe -i plain",
        "true ' #' ; modprobe -i plain"
      })
  void cannotKnowWhatComesAfterACommandThatLoadsNothing(String command) {
    machine.config("install plain " + command + "\n");

    assertThat(tree.explain("plain")).endsWith("""
          verdict    the install command would run in its place, and may load it; modprobe cannot know
        status 0
        """);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"true", ":", "/usr/bin/false", "/bin/true no plain=1", "/bin/true # no; see 7"})
  void knowsWhichCommandsLoadNothing(String command) {
    machine.config("install plain " + command + "\n");

    assertThat(tree.explain("plain")).endsWith("""
          verdict    it would not be loaded: the install command runs in its place and loads nothing
        status 1
        """);
  }

  @Test
  void findsThatWhatIsNeededFailsBeforeACommandRuns() throws IOException {
    machine.config("install net_card /bin/more\n");
    Files.delete(tree.path(ExplainedTree.FOLDER + "kernel/net-core.ko"));

    assertThat(tree.explain("net_card")).endsWith("""
          verdict    it would not be loaded: the file of net_core, which it needs, cannot be had
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
  void explainsAModuleOnceHoweverManyLinesSayTheSame() {
    machine.config("alias eth plain\n".repeat(20_000) + "softdep plain pre: part\n".repeat(20_000));

    assertThat(tree.explain("eth"))
        .startsWith(
            "eth: module plain, by the line alias eth plain (/etc/modprobe.d/test.conf:1)\n")
        .endsWith("  verdict    it would be loaded\nstatus 0\n")
        .containsOnlyOnce("  verdict ");
  }

  @ParameterizedTest(name = "byte {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "16 | 2 | it is no relocatable ELF file, as modules are",
        "18 | 40 | it is for machine 40, 64 bit, LITTLE_ENDIAN; other modules of this kernel are for"
            + " machine 62, 64 bit, LITTLE_ENDIAN"
      })
  void foreseesThatTheKernelRefusesAnotherForm(int position, int value, String words)
      throws IOException {
    Path file = tree.path(ExplainedTree.FOLDER + "kernel/plain.ko");
    byte[] bytes = Files.readAllBytes(file);
    bytes[position] = (byte) value;
    Files.write(file, bytes);

    assertThat(tree.explain("plain")).contains("\n! built      " + words + "\n").endsWith("""
          verdict    the kernel would refuse it: Exec format error
        status 1
        """);
    assertThat(tree.explain("net_core")).endsWith("  verdict    it would be loaded\nstatus 0\n");
  }

  @Test
  void tellsThatAnAliasRenames() {
    machine.config("# old\nalias plain net-core\n");

    assertThat(tree.explain("plain")).isEqualTo("""
        plain: module net_core, by the line alias plain net_core (/etc/modprobe.d/test.conf:2)
        ! lookup     module plain is not meant: alias lines go before modules
          file       /lib/modules/6.1.0-21-amd64/kernel/net-core.ko
          built      for this kernel, 6.1.0-21-amd64; not signed; this kernel loads unsigned modules too
          state      not loaded
          verdict    it would be loaded
        status 0
        """);
  }

  @Test
  void tellsOfOptionsFromThreePlacesAndWhichAreWrong() {
    machine.config("options net-card debug=1\n");
    machine.file("/lib/modprobe.d/late.conf", "alias eth net-card\noptions eth debug=2 dbug=1\n");
    machine.file("/proc/cmdline", "quiet net_card.mode=fast");

    assertThat(tree.explain("eth")).isEqualTo("""
        eth: module net_card, by the line alias eth net_card (/lib/modprobe.d/late.conf:1)
          options    debug=2 dbug=1 for eth (/lib/modprobe.d/late.conf:2)
        ! options    'dbug' is no parameter of it; near: debug (/lib/modprobe.d/late.conf:2)
          options    debug=1 (/etc/modprobe.d/test.conf:1)
          options    mode=fast (/proc/cmdline)
          options    debug=1 is the last word for debug
          needs      net_core, by modules.dep
          file       /lib/modules/6.1.0-21-amd64/kernel/net-card.ko
          built      for this kernel, 6.1.0-21-amd64; not signed; this kernel loads unsigned modules too
          state      not loaded
          verdict    it would be loaded, after net_core
        status 0
        """);
  }

  @Test
  void foreseesThatTheKernelRefusesAValue() {
    machine.config("options net-card debug=much\n");

    assertThat(tree.explain("net-card")).contains("""
        ! options    'debug=much' is no value of its type (int) (/etc/modprobe.d/test.conf:1)
        """).endsWith("""
          verdict    the kernel would refuse it: Invalid argument
        status 1
        """);
  }

  @Test
  void tellsThatAModuleIsAPartOfTheKernel() {
    assertThat(tree.explain("part", "net-part")).isEqualTo("""
        part: a part of the kernel, by modules.builtin
          lookup     not in alias lines, modules.dep, install and remove lines, modules.alias
          state      not loaded
          verdict    nothing to do: it is a part of the kernel

        net-part: a part of the kernel, part, by an alias of it
          lookup     not in alias lines, modules.dep, install and remove lines, modules.alias, \
        modules.builtin
          state      not loaded
          verdict    nothing to do: it is a part of the kernel
        status 0
        """);
  }

  @Test
  void namesWhatIsLikeAnUnknownName() {
    assertThat(tree.explain("plian")).isEqualTo("""
        plian: nothing knows this name
          lookup     not in alias lines, modules.dep, install and remove lines, modules.alias, \
        modules.builtin, the aliases of modules.builtin.modinfo
        ! lookup     names like it: plain
          verdict    nothing would be loaded: no module has this name
        status 1
        """);
  }

  @Test
  void tellsThatTheKernelWasUpgradedAway() throws IOException {
    tree.upgradeKernel("6.1.0-22-amd64");

    assertThat(tree.explain("plain")).isEqualTo("""
        plain: nothing knows this name
          lookup     not in alias lines, modules.dep, install and remove lines, modules.alias, \
        modules.builtin, the aliases of modules.builtin.modinfo
        ! lookup     /lib/modules/6.1.0-21-amd64 is missing; there is 6.1.0-22-amd64; this kernel \
        runs without its modules: if it was upgraded, reboot
          verdict    nothing would be loaded: no module has this name
        status 1
        """);
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
          verdict    it would not be loaded: a mask line forbids it, by whatever name

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
  void comparesWhatAModuleWasBuiltForWithTheKernel() {
    assertThat(tree.explain("odd")).contains("""
        ! built      it was built for '6.0.0 SMP mod_unload', this kernel is '6.1.0-21-amd64 SMP \
        mod_unload'; the first difference is '6.0.0' in place of '6.1.0-21-amd64'
        """).endsWith("""
          verdict    the kernel would refuse it: Exec format error
        status 1
        """);
    assertThat(tree.explain("-f", "odd")).endsWith("  verdict    it would be loaded\nstatus 0\n");
  }

  @Test
  void cannotKnowWhetherVersionsOfSymbolsFitAnotherKernel() {
    machine.kernel().runs("6.2.0");
    new ModuleBuilder()
        .modinfo("vermagic=6.1.0-21-amd64 SMP mod_unload ")
        .version("printk", 1)
        .writeTo(tree.path(ExplainedTree.FOLDER + "kernel/plain.ko"));

    assertThat(tree.explain("-S", "6.1.0-21-amd64", "plain"))
        .contains("""
        ! built      for 6.1.0-21-amd64, where 6.2.0 is asked for; by the versions of its symbols it \
        may fit; not signed; this kernel loads unsigned modules too
        """)
        .endsWith("  verdict    it would be loaded\nstatus 0\n");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "sys/module/module/parameters/sig_enforce | Y | Key was rejected by service",
        "sys/kernel/security/lockdown | none [integrity] confidentiality | Operation not permitted",
        "proc/sys/kernel/modules_disabled | 1 | Operation not permitted",
        "proc/cmdline | module_blacklist=plain | Operation not permitted"
      })
  void foreseesWhatTheKernelForbids(String file, String content, String answer) {
    machine.file("/" + file, content);

    assertThat(tree.explain("plain"))
        .contains("\n! ")
        .endsWith("  verdict    the kernel would refuse it: " + answer + "\nstatus 1\n");
  }

  @Test
  void tellsOfALoadedModule() {
    machine.kernel().hasLoaded("net_core", "net_card");
    machine.kernel().knows("net_card", "net_core");
    machine.file("/sys/module/net_core/parameters/size", "64\n");
    machine.file("/sys/module/net_core/parameters/area", "N\n");

    assertThat(tree.explain("net_core")).endsWith("""
          state      loaded, in use 1 time, by net_card
          values     area=N size=64
          verdict    nothing to do: it is loaded
        status 0
        """);
  }

  @Test
  void tellsOfAModuleThatComes() {
    machine.kernel().saysOf("plain", ModuleState.COMING);

    assertThat(tree.explain("plain"))
        .contains("\n! state      on its way in: its init function runs\n");
  }

  @Test
  void missesTheFileOfAModuleThatIsNeeded() throws IOException {
    Files.delete(tree.path(ExplainedTree.FOLDER + "kernel/net-core.ko"));

    assertThat(tree.explain("net_card")).contains("""
        ! needs      /lib/modules/6.1.0-21-amd64/kernel/net-core.ko of net_core: \
        No such file or directory; run depmod
        """).endsWith("""
          verdict    it would not be loaded: the file of net_core, which it needs, cannot be had
        status 1
        """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "junk", "\177ELF"})
  void cannotReadTheFileOfAModuleThatIsNeeded(String content) {
    machine.file(ExplainedTree.FOLDER + "kernel/net-core.ko", content);

    assertThat(tree.explain("net_card"))
        .contains("\n! needs      /lib/modules/6.1.0-21-amd64/kernel/net-core.ko of net_core: ")
        .endsWith("""
          verdict    it would not be loaded: the file of net_core, which it needs, cannot be had
        status 1
        """);
    machine.kernel().hasLoaded("net_core");
    assertThat(tree.explain("net_card")).endsWith("  verdict    it would be loaded\nstatus 0\n");
  }

  @Test
  void foreseesThatTheKernelRefusesWhatIsNeeded() {
    new ModuleBuilder()
        .modinfo("vermagic=6.0.0 SMP mod_unload ")
        .writeTo(tree.path(ExplainedTree.FOLDER + "kernel/net-core.ko"));

    assertThat(tree.explain("net_card"))
        .contains(
            "\n! needs      net_core: it was built for '6.0.0 SMP mod_unload', this kernel is ")
        .endsWith("""
          verdict    the kernel would refuse net_core, which it needs: Exec format error
        status 1
        """);
  }

  @Test
  void foreseesThatTheKernelRefusesAValueForWhatIsNeeded() {
    new ModuleBuilder()
        .modinfo("vermagic=6.1.0-21-amd64 SMP mod_unload ", "parmtype=size:int")
        .writeTo(tree.path(ExplainedTree.FOLDER + "kernel/net-core.ko"));
    machine.config("options net_core size=much\n");

    assertThat(tree.explain("net_card")).contains("""
        ! needs      net_core: 'size=much' is no value of its type (int) (/etc/modprobe.d/test.conf:1)
        """).endsWith("""
          verdict    the kernel would refuse net_core, which it needs: Invalid argument
        status 1
        """);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"/bin/false", "/bin/true"})
  void findsADeadCommandOfWhatIsNeeded(String command) {
    machine.config("# no\ninstall net_core " + command + "\n");

    assertThat(tree.explain("-i", "net_card"))
        .contains("\n! needs      in place of net_core runs: " + command
            + " (/etc/modprobe.d/test.conf:2)\n")
        .endsWith("""
          verdict    it would not be loaded: the install command of net_core, which it needs, loads \
        nothing (/etc/modprobe.d/test.conf:2)
        status 1
        """);
  }

  @Test
  void cannotKnowWhatAnotherCommandOfWhatIsNeededDoes() {
    machine.config("install net_core true; modprobe -i net_core\n");

    assertThat(tree.explain("net_card"))
        .endsWith("  verdict    it would be loaded, after net_core\nstatus 0\n");
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
  void warnsOfFilesThatDoNotCountForTheirNames() {
    machine.file("/etc/modprobe.d/mine", "blacklist plain\n");

    tree.explain("plain");

    assertThat(machine.host().err())
        .isEqualTo("modprobe: WARNING: /etc/modprobe.d/mine does not count,"
            + " since its name does not end in .conf\n");
  }

  @Test
  void explainsAFile() {
    assertThat(tree.explain("./lib/modules/6.1.0-21-amd64/kernel/plain.ko", "./nosuch.ko"))
        .startsWith("""
        ./lib/modules/6.1.0-21-amd64/kernel/plain.ko: the file of module plain
          file       //lib/modules/6.1.0-21-amd64/kernel/plain.ko
        """.replace("//lib", "//./lib"))
        .endsWith("""

        ./nosuch.ko: there is no such file
          verdict    nothing would be loaded: no module has this name
        status 1
        """);
  }

  @Test
  void saysWhyThereIsNoFile() {
    machine.link("/loop.ko", "/loop.ko");

    assertThat(tree.explain("/")).startsWith("/: it is a folder, not the file of a module\n");
    assertThat(tree.explain("./loop.ko"))
        .startsWith("./loop.ko: there is no file to be had: ")
        .containsIgnoringCase("too many levels of symbolic links\n");
  }

  @Test
  void saysNothingOfThisMachineForAnImage() {
    machine.kernel().hasLoaded("plain");
    machine.file("/proc/cmdline", "module_blacklist=plain plain.x=1");
    machine.link("/img", "/");

    assertThat(tree.explain("--root=/img", "plain")).isEqualTo("""
        plain: module plain, by modules.dep
          file       /img/lib/modules/6.1.0-21-amd64/kernel/plain.ko
          built      for 6.1.0-21-amd64; not signed
          verdict    it would be loaded
        status 0
        """);
  }

  @Test
  void isAboutLoadingOnly() {
    assertThat(tree.explain("-r", "plain")).isEqualTo("status 1\n");
    assertThat(tree.explain()).isEqualTo("status 1\n");
    assertThat(machine.host().err()).isEqualTo("""
        modprobe: FATAL: --explain is about loading; it takes no -r
        modprobe: ERROR: missing parameters. See -h.
        """);
  }

  @Test
  void fitsTheTerminalAndColoursIt() {
    machine.machine().isAtTerminal();
    machine.host().with("COLUMNS", "48").with("TERM", "xterm");
    machine.config("mask plain\n");

    assertThat(tree.explain("plain").replace('\033', '~')).isEqualTo("""
        ~[1mplain~[0m: module plain, by modules.dep
        ~[31m! ~[0m~[2mmask~[0m       it is masked
                     (/etc/modprobe.d/test.conf:1)
          ~[2mfile~[0m       /lib/modules/6.1.0-21-amd64/kernel/plain.ko
          ~[2mbuilt~[0m      for this kernel, 6.1.0-21-amd64;
                     not signed; this kernel loads
                     unsigned modules too
          ~[2mstate~[0m      not loaded
          ~[2mverdict~[0m    ~[31mit would not be loaded: a mask line~[0m
                     ~[31mforbids it, by whatever name~[0m
        status 1
        """);
  }

  @Test
  void hasNoColoursForWhoWantsNone() {
    machine.machine().isAtTerminal();
    machine.host().with("NO_COLOR", "1").with("TERM", "xterm");

    assertThat(tree.explain("plain")).doesNotContain("\033");
  }
}
