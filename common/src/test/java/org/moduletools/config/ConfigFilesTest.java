package org.moduletools.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigFilesTest {

  private static final List<Path> NONE = List.of();

  private final ConfigTree tree = new ConfigTree();

  @Test
  void sortsTheFilesOfAllDirectoriesByName() {
    // etc/modprobe.d/zz.conf
    // run/modprobe.d/b.conf
    // usr/local/lib/modprobe.d/_.conf
    // usr/lib/modprobe.d/Q.conf
    // lib/modprobe.d/a.conf
    tree.file("etc/modprobe.d/zz.conf")
        .file("run/modprobe.d/b.conf")
        .file("usr/local/lib/modprobe.d/_.conf")
        .file("usr/lib/modprobe.d/Q.conf")
        .file("lib/modprobe.d/a.conf");

    ConfigFiles files = ConfigFiles.standard(tree.path("/"), "modprobe.d", NONE);

    assertThat(paths(files))
        .containsExactly(
            "/usr/lib/modprobe.d/Q.conf",
            "/usr/local/lib/modprobe.d/_.conf",
            "/lib/modprobe.d/a.conf",
            "/run/modprobe.d/b.conf",
            "/etc/modprobe.d/zz.conf");
    assertThat(files.problems()).isEmpty();
  }

  @Test
  void saysWhichPlaceCannotBeLookedAt() {
    tree.link("etc/modprobe.d", "etc/modprobe.d").link("etc/modprobe.conf", "etc/modprobe.conf");

    ConfigFiles files = ConfigFiles.standard(tree.path("/"), "modprobe.d", NONE);

    assertThat(files.files()).isEmpty();
    assertThat(files.problems())
        .extracting(ConfigProblem::level)
        .containsExactly(ConfigProblem.Level.ERROR, ConfigProblem.Level.ERROR);
    assertThat(files.problems().get(0).text())
        .startsWith("Failed to open config file /etc/modprobe.conf: ");
    assertThat(files.problems().get(1).text())
        .startsWith("Failed to open config file /etc/modprobe.d: ");
  }

  @Test
  void sortsByBytesAsStrcmpDoes() {
    // U+FF5E has fewer UTF-8 bytes than U+1F600, yet a greater first char in Java's UTF-16.
    tree.file("d/\uFF5E.conf").file("d/\uD83D\uDE00.conf");

    ConfigFiles files = ConfigFiles.named(tree.places("d"), NONE);

    assertThat(paths(files)).containsExactly("/d/\uFF5E.conf", "/d/\uD83D\uDE00.conf");
  }

  @Test
  void letsAnEarlierDirectoryMaskALaterOne() {
    // etc/modprobe.d/null.conf -> dev/null
    // run/modprobe.d/{null,empty,x}.conf
    // usr/local/lib/modprobe.d/{x,y}.conf
    // usr/lib/modprobe.d/{y,z}.conf
    // lib/modprobe.d/z.conf
    tree.file("dev/null")
        .link("etc/modprobe.d/null.conf", "dev/null")
        .file("run/modprobe.d/null.conf", "masked")
        .file("run/modprobe.d/x.conf")
        .file("usr/local/lib/modprobe.d/x.conf", "masked")
        .file("usr/local/lib/modprobe.d/y.conf")
        .file("usr/lib/modprobe.d/y.conf", "masked")
        .file("usr/lib/modprobe.d/z.conf")
        .file("lib/modprobe.d/z.conf", "masked");

    ConfigFiles files = ConfigFiles.standard(tree.path("/"), "modprobe.d", NONE);

    assertThat(paths(files))
        .containsExactly(
            "/etc/modprobe.d/null.conf",
            "/run/modprobe.d/x.conf",
            "/usr/local/lib/modprobe.d/y.conf",
            "/usr/lib/modprobe.d/z.conf");
  }

  @Test
  void countsAFileOnceWhereLibIsALinkToUsrLib() {
    tree.file("usr/lib/depmod.d/a.conf").link("lib", "usr/lib");

    ConfigFiles files = ConfigFiles.standard(tree.path("/"), "depmod.d", NONE);

    assertThat(paths(files)).containsExactly("/usr/lib/depmod.d/a.conf");
  }

  @Test
  void takesOnlyNamesThatEndInConfAndAreNotHidden() {
    // d/{.hidden.conf,.conf,plain,a.conf~,a.conf.bak,aconf,b.conf}, d/plain.d/
    tree.file("d/.hidden.conf")
        .file("d/.conf")
        .file("d/plain")
        .file("d/a.conf~")
        .file("d/a.conf.bak")
        .file("d/aconf")
        .directory("d/plain.d")
        .file("d/b.conf");

    ConfigFiles files = ConfigFiles.named(tree.places("d"), NONE);

    assertThat(paths(files)).containsExactly("/d/b.conf");
    assertThat(files.problems())
        .containsExactlyInAnyOrder(
            passedOver("/d/plain does not count, since its name does not end in .conf"),
            passedOver("/d/aconf does not count, since its name does not end in .conf"));
  }

  private static ConfigProblem passedOver(String text) {
    return new ConfigProblem(ConfigProblem.Level.PASSED_OVER, text);
  }

  @Test
  void saysThatItDoesNotLookIntoDirectoriesInside() {
    tree.directory("d/sub.conf").file("d/b.conf");

    ConfigFiles files = ConfigFiles.named(tree.places("d"), NONE);

    assertThat(paths(files)).containsExactly("/d/b.conf");
    assertThat(files.problems())
        .containsExactly(
            ConfigProblem.error("Directories inside directories are not supported: /d/sub.conf"));
  }

  @Test
  void saysThatALinkLeadsNowhereAndLetsItMaskNothing() {
    tree.link("d/a.conf", "nowhere").file("e/a.conf");

    ConfigFiles files = ConfigFiles.named(tree.places("d", "e"), NONE);

    assertThat(paths(files)).containsExactly("/e/a.conf");
    assertThat(files.problems())
        .containsExactly(ConfigProblem.error("Cannot stat directory entry: /d/a.conf"));
  }

  @Test
  void takesANamedFileWhateverItsNameAndSortsItIn() {
    // d/{a,b}.conf, plain, x/b.conf
    tree.file("d/a.conf").file("d/b.conf").file("aa").file("x/b.conf");

    ConfigFiles files = ConfigFiles.named(tree.places("d", "aa", "x/b.conf"), NONE);

    assertThat(paths(files)).containsExactly("/d/a.conf", "/aa", "/d/b.conf");
  }

  @Test
  void sortsInWhatStandsBesideTheModules() {
    tree.file("d/aa.conf").file("d/zz.conf").file("e/modules.softdep");

    ConfigFiles files = ConfigFiles.named(
        tree.places("d", "e/modules.softdep"),
        tree.paths("m/modules.softdep", "m/modules.weakdep"));

    assertThat(paths(files))
        .containsExactly("/d/aa.conf", "/m/modules.softdep", "/m/modules.weakdep", "/d/zz.conf");
  }

  private static List<String> paths(ConfigFiles files) {
    return files.files().stream().map(file -> file.place().path().toString()).toList();
  }

  @Test
  void tellsWhichPlacesHaveASay() {
    tree.file("etc/modprobe.d/a.conf", "include /more", "include /one")
        .file("run/modprobe.d/a.conf", "masked")
        .file("run/modprobe.d/b.txt", "not read")
        .file("more/c.conf", "# c")
        .file("one", "# one")
        .file("etc/modprobe.d/empty.conf")
        .link("etc/modprobe.d/masked.conf", "dev/null")
        .file("dev/null")
        .file("modules/modules.softdep");
    List<Path> besideModules = tree.paths("modules/modules.softdep");
    ConfigFiles files = ConfigFiles.standard(tree.path("/"), "modprobe.d", besideModules);

    List<Path> places = ModprobeConfig.read(files, KernelCommandLine.EMPTY).places();

    assertThat(places.stream().map(Path::toString))
        .containsExactly(
            "/etc/modprobe.d",
            "/run/modprobe.d",
            "/etc/modprobe.d/a.conf",
            "/more",
            "/more/c.conf",
            "/one");
  }
}
