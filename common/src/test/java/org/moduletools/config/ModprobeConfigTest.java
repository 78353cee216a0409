package org.moduletools.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moduletools.module.ModuleName;

class ModprobeConfigTest {

  private final ConfigTree tree = new ConfigTree();

  /** What kmod 34 shows for each line. */
  static Stream<Arguments> goodLines() {
    return Stream.of(
        arguments("blacklist", "blacklist a-b[-]c x", "blacklist a_b[-]c"),
        arguments("alias", "alias x-y[a-b] z-w # foo", "alias x_y[a-b] z_w"),
        arguments("leading blanks", " \talias\t x \t y \t", "alias x y"),
        arguments("options", "options a-b c-d=1", "options a_b c-d=1"),
        arguments("blanks in options", "options y\t\ta=1\tb=2  ", "options y  a=1 b=2  "),
        arguments("options of one blank", "options p  ", "options p  "),
        arguments("options with quotes", "options m a=\\\"1 2\\\"", "options m a=\"1 2\""),
        arguments("no comment behind a command", "options m a # b", "options m a # b"),
        arguments(
            "blanks in install",
            "install foo-bar*  /bin/true\t$CMDLINE_OPTS",
            "install foo_bar*  /bin/true\t$CMDLINE_OPTS"),
        arguments("remove", "remove x modprobe -r y; true", "remove x modprobe -r y; true"),
        arguments("softdep", "softdep a-b pre: c-d post: e", "softdep a_b pre: c-d post: e"),
        arguments("softdep without lists", "softdep a b", "softdep a "),
        arguments("softdep of one blank", "softdep a  ", "softdep a "),
        arguments("weakdep", "weakdep w-v x-y\t z\f", "weakdep w_v x-y z"),
        arguments("weakdep of one blank", "weakdep a  ", "weakdep a "));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("goodLines")
  void understandsALine(String name, String line, String shown) {
    ModprobeConfig config = config(line);

    assertThat(config.lines()).containsExactly(shown);
    assertThat(config.problems()).isEmpty();
  }

  /** kmod takes the blank for a part of the word behind it. */
  @Test
  void takesAnyNumberOfBlanksBeforeTheLists() {
    ModprobeConfig config = config("softdep a  pre: b", "softdep c \t  post: d", "weakdep e  f");

    assertThat(config.lines())
        .containsExactly("softdep a pre: b", "softdep c post: d", "weakdep e f");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "bogus",
        "Alias x y",
        "alias",
        "alias x",
        "alias x a[b",
        "alias a]b x",
        "blacklist",
        "blacklist a[b",
        "options",
        "options p",
        "options p ",
        "options a[b c",
        "install",
        "install a",
        "install a ",
        "install a] b",
        "remove a",
        "softdep",
        "softdep a",
        "softdep a ",
        "weakdep a",
        "weakdep a ",
      })
  void leavesOutABadLine(String line) {
    ModprobeConfig config = config("alias a b", line, "alias c d");

    assertThat(config.lines()).containsExactly("alias a b", "alias c d");
    assertThat(config.problems())
        .containsExactly(ConfigProblem.error("/a.conf line 2: ignoring bad line starting with '"
            + new Words(line).next().orElseThrow() + "'"));
  }

  @Test
  void namesTheLastPhysicalLineOfABadOne() {
    ModprobeConfig config = config("alias a b", "bogus \\", "line");

    assertThat(config.problems())
        .containsExactly(
            ConfigProblem.error("/a.conf line 3: ignoring bad line starting with 'bogus'"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "alias a b, true",
    "config binary_indexes yes, true",
    "config binary_indexes no, false",
    "config binary_indexes  no x, false"
  })
  void saysWhetherIndexesAreUsed(String line, boolean expected) {
    ModprobeConfig config = config(line);

    assertThat(config.usesIndexes()).isEqualTo(expected);
    assertThat(config.problems()).isEmpty();
  }

  @Test
  void theLastLineDecidesWhetherIndexesAreUsed() {
    assertThat(config("config binary_indexes no", "config binary_indexes yes").usesIndexes())
        .isTrue();
  }

  @Test
  void showsItsLinesByCommand() {
    ModprobeConfig config = config(
        "weakdep a b",
        "softdep a pre: b",
        "options a b",
        "alias x a",
        "remove a b",
        "install b c",
        "install a b",
        "blacklist a");

    assertThat(config.lines())
        .containsExactly(
            "blacklist a",
            "install b c",
            "install a b",
            "remove a b",
            "alias x a",
            "options a b",
            "softdep a pre: b",
            "weakdep a b");
  }

  @Test
  void putsTheKernelCommandLineBehindTheFiles() {
    tree.file("a.conf", "options m a=1", "blacklist x");
    KernelCommandLine commandLine = KernelCommandLine.parse("m.b=2 modprobe.blacklist=y-z bad[.x");

    ModprobeConfig config =
        ModprobeConfig.read(ConfigFiles.named(tree.places("a.conf"), List.of()), commandLine);

    assertThat(config.optionsOf(new ModuleName("m"))).isEqualTo("a=1 b=2");
    assertThat(config.lines())
        .containsExactly("blacklist x", "blacklist y_z", "options m a=1", "options m b=2");
    assertThat(config.isBlacklisted(new ModuleName("y-z"))).isTrue();
    assertThat(config.problems()).hasSize(1);
  }

  @Test
  void findsAllAliasesInOrder() {
    ModprobeConfig config =
        config("alias usb:v* b-c", "alias other x", "alias usb:v1[23] d", "alias usb:v12 a");

    assertThat(config.aliasesOf("usb:v12"))
        .containsExactly(
            new ConfigAlias("usb:v*", new ModuleName("b_c")),
            new ConfigAlias("usb:v1[23]", new ModuleName("d")),
            new ConfigAlias("usb:v12", new ModuleName("a")));
  }

  @Test
  void joinsNoEmptyOptions() {
    ModprobeConfig config = ModprobeConfig.read(
        ConfigFiles.named(List.of(), List.of()), KernelCommandLine.parse("m. m.a=1 m. m.b"));

    assertThat(config.optionsOf(new ModuleName("m"))).isEqualTo("a=1 b");
  }

  @Test
  void joinsTheOptionsOfModuleAndAlias() {
    ModprobeConfig config = config(
        "options m  a=1", "options n b=2", "options al* c=3", "options al d=4", "options m e");

    assertThat(config.optionsOf(new ModuleName("m"))).isEqualTo(" a=1 e");
    assertThat(config.optionsOf(new ModuleName("m"), "al*")).isEqualTo(" a=1 c=3 e");
    assertThat(config.optionsOf(new ModuleName("x"), "al")).isEqualTo("d=4");
    assertThat(config.optionsOf(new ModuleName("x"))).isEmpty();
  }

  @Test
  void takesTheFirstCommandThatMatches() {
    ModprobeConfig config =
        config("install x* one", "install xy two", "remove z one", "remove * two");

    assertThat(config.installOf(new ModuleName("xy"))).contains("one");
    assertThat(config.installOf(new ModuleName("z"))).isEmpty();
    assertThat(config.removeOf(new ModuleName("z"))).contains("one");
    assertThat(config.removeOf(new ModuleName("a"))).contains("two");
  }

  @Test
  void knowsANameByACommandOnlyIfItStandsThereLiterally() {
    ModprobeConfig config = config("install in-* x", "install lit-eral x", "remove rem x");

    assertThat(config.hasCommandNamed(new ModuleName("in-a"))).isFalse();
    assertThat(config.hasCommandNamed(new ModuleName("lit-eral"))).isTrue();
    assertThat(config.hasCommandNamed(new ModuleName("rem"))).isTrue();
  }

  @Test
  void blacklistsByNameAndNotByPattern() {
    ModprobeConfig config = config("blacklist foo-bar", "blacklist b*");

    assertThat(config.isBlacklisted(new ModuleName("foo_bar"))).isTrue();
    assertThat(config.isBlacklisted(new ModuleName("baz"))).isFalse();
  }

  @Test
  void addsUpSoftdepsAndWeakdepsBehindTheModulesOwn() {
    // d/a.conf, d/zz.conf     sorted before and after
    // m/modules.{softdep,weakdep}
    tree.file("d/a.conf", "softdep m* pre: a post: b", "weakdep m a")
        .file("m/modules.softdep", "softdep m pre: own a", "softdep other pre: x")
        .file("m/modules.weakdep", "weakdep m own")
        .file("d/zz.conf", "softdep m post: z pre: own last", "weakdep m z own");

    ModprobeConfig config = ModprobeConfig.read(
        ConfigFiles.named(tree.places("d"), tree.paths("m/modules.softdep", "m/modules.weakdep")),
        KernelCommandLine.EMPTY);

    assertThat(config.softdepsOf(new ModuleName("m")))
        .isEqualTo(new Softdeps(List.of("own", "a", "last"), List.of("b", "z")));
    assertThat(config.weakdepsOf(new ModuleName("m"))).containsExactly("own", "a", "z");
    assertThat(config.softdepsOf(new ModuleName("none")))
        .isEqualTo(new Softdeps(List.of(), List.of()));
    assertThat(config.lines())
        .containsExactly(
            "softdep m* pre: a post: b",
            "softdep m pre: own a",
            "softdep other pre: x",
            "softdep m pre: own last post: z",
            "weakdep m a",
            "weakdep m own",
            "weakdep m z own");
  }

  private ModprobeConfig config(String... lines) {
    tree.file("a.conf", lines);
    return ModprobeConfig.read(
        ConfigFiles.named(tree.places("a.conf"), List.of()), KernelCommandLine.EMPTY);
  }

  @Test
  void tellsWhereTheOptionsOfAModuleStand() {
    tree.file("a.conf", "# first", "options m a=1", "options my-disk  b=2", "options n c=3");
    ModprobeConfig config = ModprobeConfig.read(
        ConfigFiles.named(tree.places("a.conf"), List.of()), KernelCommandLine.parse("m.d"));

    assertThat(config.optionLines(new ModuleName("m"), "my_disk"))
        .containsExactly(
            new ConfigEntry("options", "m", "a=1", new ConfigSource("/a.conf", 2)),
            new ConfigEntry("options", "my_disk", "b=2", new ConfigSource("/a.conf", 3)),
            new ConfigEntry("options", "m", "d", new ConfigSource("/proc/cmdline", 0)));
  }

  @Test
  void takesNothingButWishesFromWhatModulesSay() {
    tree.file(
            "modules/modules.softdep",
            "softdep a pre: b",
            "install a evil",
            "options a x=1",
            "include /more",
            "config binary_indexes no")
        .file("more", "install a evil");
    ConfigFiles files = ConfigFiles.named(List.of(), tree.paths("modules/modules.softdep"));

    ModprobeConfig config = ModprobeConfig.read(files, KernelCommandLine.EMPTY);

    assertThat(config.lines()).containsExactly("softdep a pre: b");
    assertThat(config.usesIndexes()).isTrue();
    assertThat(config.problems())
        .containsExactly(
            ConfigProblem.error(
                "/modules/modules.softdep line 2: ignoring bad line starting with 'install'"),
            ConfigProblem.error(
                "/modules/modules.softdep line 3: ignoring bad line starting with 'options'"),
            ConfigProblem.error(
                "/modules/modules.softdep line 4: ignoring bad line starting with 'include'"),
            ConfigProblem.error(
                "/modules/modules.softdep line 5: ignoring bad line starting with 'config'"));
  }
}
