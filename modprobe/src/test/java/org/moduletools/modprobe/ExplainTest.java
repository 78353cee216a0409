package org.moduletools.modprobe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moduletools.modulefile.ModuleBuilder;

/** What {@code modprobe --explain} tells people of names: what they mean, and in which form. */
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
  void explainsAModuleOnceHoweverManyLinesSayTheSame() {
    machine.config("alias eth plain\n".repeat(20_000) + "softdep plain pre: part\n".repeat(20_000));

    assertThat(tree.explain("eth"))
        .startsWith(
            "eth: module plain, by the line alias eth plain (/etc/modprobe.d/test.conf:1)\n")
        .endsWith("  verdict    it would be loaded\nstatus 0\n")
        .containsOnlyOnce("  verdict ");
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
  void tellsThatAModuleIsAPartOfTheKernel() {
    assertThat(tree.explain("part", "net-part")).isEqualTo("""
        part: a part of the kernel, by modules.builtin
          state      not loaded
          verdict    nothing to do: it is a part of the kernel

        net-part: a part of the kernel, part, by an alias of it
          state      not loaded
          verdict    nothing to do: it is a part of the kernel
        status 0
        """);
    assertThat(tree.explain("-v", "part"))
        .contains(
            "\n  lookup     not in alias lines, modules.dep, install and remove lines, modules.alias\n");
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
  void saysThatTheTargetOfAnAliasIsUnknown() {
    machine.config("alias wifi0 plian\nalias wifi1 wifi2\nalias wifi2 plain\n");

    assertThat(tree.explain("wifi0", "wifi1"))
        .contains("\n! file       no module plian; names like it: plain\n")
        .contains(
            "\n! file       wifi2 is an alias itself; the target of an alias must be a module's"
                + " name: plain\n")
        .endsWith("status 1\n");
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

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"-l", "-c", "--graph"})
  void takesNoListingBeside(String listing) {
    assertThat(machine.run("--explain", listing, "plain")).isEqualTo(1);
    assertThat(machine.host().err())
        .isEqualTo(
            "modprobe: FATAL: --explain and " + listing + " are two questions; leave out one\n");
  }

  @Test
  void hasNoColoursForWhoWantsNone() {
    machine.machine().isAtTerminal();
    machine.host().with("NO_COLOR", "1").with("TERM", "xterm");

    assertThat(tree.explain("plain")).doesNotContain("\033");
  }

  @Test
  void asksForTheStateByTheNameInTheFile() {
    new ModuleBuilder()
        .modinfo(ExplainedTree.VERMAGIC, "name=plain")
        .writeTo(tree.path("/t/orig.ko"));
    assertThat(tree.explain("/t/orig.ko")).endsWith("  verdict    it would be loaded\nstatus 0\n");

    machine.kernel().hasLoaded("plain");
    assertThat(tree.explain("/t/orig.ko")).endsWith("""
          state      loaded, not in use
          verdict    nothing to do: it is loaded, as plain
        status 0
        """);
    machine.kernel().hasLoaded("orig");
    assertThat(tree.explain("/t/orig.ko"))
        .endsWith("  verdict    nothing to do: a module orig is loaded\nstatus 0\n");
  }

  @Test
  void knowsThatALoadedModuleIsAnErrorForTheFirstTime() {
    machine.kernel().hasLoaded("plain", "gone_drv");

    assertThat(tree.explain("--first-time", "plain")).endsWith("""
          verdict    nothing to do: it is loaded; with --first-time that is an error
        status 1
        """);
    assertThat(tree.explain("--first-time", "gone_drv")).endsWith("status 1\n");
    assertThat(tree.explain("--first-time", "part")).endsWith("""
          verdict    nothing to do: it is a part of the kernel; with --first-time that is an error
        status 1
        """);
    assertThat(tree.explain("--first-time", "net_core")).endsWith("status 0\n");
    assertThat(machine.run("--first-time", "plain")).isEqualTo(1);
    assertThat(machine.run("--first-time", "part")).isEqualTo(1);
  }

  @Test
  void takesNoParametersIfAllOperandsAreModules() {
    assertThat(tree.explain("-a", "plain", "debug=1")).contains("""
          verdict    it would be loaded

        debug=1: nothing knows this name
        """).endsWith("status 1\n");
  }

  /** If all patterns were looked at for each of the modules, it would take minutes. */
  @Test
  void findsThePatternOfEachOfManyModules() {
    StringBuilder aliases = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      aliases
          .append("alias pci:v* m")
          .append(i)
          .append("\nalias pci:v8* m")
          .append(i)
          .append('\n');
    }
    machine.file(ExplainedTree.FOLDER + "modules.alias", aliases.toString());

    assertThat(tree.explain("pci:v8086"))
        .startsWith("pci:v8086: 20000 modules\n")
        .contains("\n  module m0, by the alias pci:v* of modules.alias\n")
        .contains("\n  module m19999, by the alias pci:v* of modules.alias\n");
  }
}
