package org.moduletools.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moduletools.config.LoadLists.Wish;

/** Lists as modules-load.d(5) has them. */
class LoadListsTest {

  private final Path root = Jimfs.newFileSystem(Configuration.unix()).getPath("/");

  private Path file(String path, String content) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.write(file, content.getBytes(ISO_8859_1));
  }

  private List<String> names() {
    return LoadLists.standard(root, true).wishes().stream().map(Wish::name).toList();
  }

  private LoadLists named(String... texts) {
    List<ConfigPlace> places = new ArrayList<>();
    for (String text : texts) {
      places.add(new ConfigPlace(root.resolve(text), text));
    }
    return LoadLists.named(places, root);
  }

  @Test
  void readsALineAsANameAndParameters() throws IOException {
    file("/etc/modules-load.d/a.conf", "# one\n;two\n\n \t lp \n loop  max_loop=8\tx=1 \r\nlast");

    assertThat(LoadLists.standard(root, true).wishes())
        .containsExactly(
            new Wish("lp", "", "/etc/modules-load.d/a.conf:4"),
            new Wish("loop", "max_loop=8\tx=1", "/etc/modules-load.d/a.conf:5"),
            new Wish("last", "", "/etc/modules-load.d/a.conf:6"));
  }

  @Test
  void readsTheFilesOfAllFoldersInTheOrderOfTheirNames() throws IOException {
    file("/usr/lib/modules-load.d/10-b.conf", "b\n");
    file("/run/modules-load.d/20-c.conf", "c\n");
    file("/etc/modules-load.d/30-d.conf", "d\n");
    file("/usr/local/lib/modules-load.d/05-a.conf", "a\n");
    file("/etc/modules-load.d/99-not", "never\n");
    file("/etc/modules-load.d/.hidden.conf", "never\n");

    assertThat(names()).containsExactly("a", "b", "c", "d");
  }

  @Test
  void anEarlierFolderMasksFilesOfTheSameName() throws IOException {
    file("/etc/modules-load.d/a.conf", "etc\n");
    file("/run/modules-load.d/a.conf", "run\n");
    file("/run/modules-load.d/b.conf", "");
    file("/usr/lib/modules-load.d/b.conf", "masked\n");
    file("/dev/null", "");
    Files.createSymbolicLink(root.resolve("/etc/modules-load.d/c.conf"), root.resolve("/dev/null"));
    file("/usr/lib/modules-load.d/c.conf", "masked\n");

    assertThat(names()).containsExactly("etc");
  }

  @Test
  void readsTheKernelCommandLineFirst() throws IOException {
    file("/etc/modules-load.d/a.conf", "a\n");
    file(
        "/proc/cmdline",
        "ro modules_load=x,,y modules-load=z rd.modules_load=i \"modules_load=q\" modules_load\n");

    assertThat(names()).containsExactly("x", "y", "z", "q", "a");
    assertThat(LoadLists.standard(root, true).wishes().get(0).source())
        .isEqualTo("the kernel command line");
  }

  @Test
  void readsWhatIsMeantForAnInitramfsInOne() throws IOException {
    file("/etc/initrd-release", "");
    file("/proc/cmdline", "modules_load=x rd.modules_load=i rd.modules-load=j\n");

    assertThat(names()).containsExactly("x", "i", "j");
  }

  @Test
  void readsEachFileThatIsNamedAndTheFoldersAsOne() throws IOException {
    file("/1/a.conf", "1a\n");
    file("/2/a.conf", "2a\n");
    file("/2/b.conf", "2b\n");
    file("/etc/modules", "m\n");
    file("/mnt/modules", "n\n");

    assertThat(named("/etc/modules", "/1", "/mnt/modules", "/2").wishes())
        .extracting(Wish::name)
        .containsExactly("m", "1a", "2b", "n");
  }

  @Test
  void tellsOfAFileThatIsNotThere() {
    LoadLists lists = named("/nosuch", "");

    assertThat(lists.wishes()).isEmpty();
    assertThat(lists.problems())
        .containsExactly(
            ConfigProblem.error("Failed to open list /nosuch: No such file or directory"),
            ConfigProblem.error("the name of a list is empty"));
  }

  @Test
  void saysThatALinkLeadsInACircle(@TempDir Path folder) throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("l"), folder.resolve("l"));
    ConfigPlace place = new ConfigPlace(link, "l");

    assertThat(LoadLists.named(List.of(place), folder.getRoot()).problems())
        .containsExactly(
            ConfigProblem.error("Failed to open list l: Too many levels of symbolic links"));
  }

  @Test
  void aLinkThatLeadsNowhereIsNoErrorAndMasksTheOthers() throws IOException {
    file("/etc/modules-load.d/a.conf", "a\n");
    file("/usr/lib/modules-load.d/modules.conf", "masked\n");
    Files.createSymbolicLink(
        root.resolve("/etc/modules-load.d/modules.conf"), root.resolve("../modules"));

    assertThat(LoadLists.standard(root, true))
        .isEqualTo(new LoadLists(
            List.of(new Wish("a", "", "/etc/modules-load.d/a.conf:1")),
            List.of(ConfigProblem.notice(
                "list /etc/modules-load.d/modules.conf is a link that leads nowhere"))));
  }

  @Test
  void tellsOfAFolderThatCannotBeRead() throws IOException {
    file("/etc/modules-load.d", "");
    file("/run/modules-load.d/a.conf", "a\n");

    LoadLists lists = LoadLists.standard(root, true);

    assertThat(lists.wishes()).extracting(Wish::name).containsExactly("a");
    assertThat(lists.problems())
        .containsExactly(ConfigProblem.error(
            "Failed to open folder of lists /etc/modules-load.d: Not a directory"));
  }

  @Test
  void readsOfAnImageOnlyWhatIsInIt() throws IOException {
    file("/secret", "host\n");
    file("/elsewhere/b.conf", "host\n");
    file("/img/secret", "a\n");
    file("/img/elsewhere/b.conf", "b\n");
    file("/img/etc/modules-load.d/.keep", "");
    Path link = Files.createSymbolicLink(
        root.resolve("/img/etc/modules-load.d/a.conf"), root.resolve("/secret"));
    Files.createDirectories(root.resolve("/img/run"));
    Files.createSymbolicLink(root.resolve("/img/run/modules-load.d"), root.resolve("/elsewhere"));
    Path image = root.resolve("/img");

    assertThat(LoadLists.standard(image, false).wishes())
        .extracting(Wish::name)
        .containsExactly("a", "b");
    assertThat(LoadLists.named(List.of(ConfigPlace.of(link)), image).wishes())
        .extracting(Wish::name)
        .containsExactly("a");
  }

  @Test
  void endsALineAsSystemdDoes() throws IOException {
    file("/etc/modules", "a\rb x=1\r\nc\0d # e\n");

    assertThat(named("/etc/modules").wishes())
        .containsExactly(
            new Wish("a", "", "/etc/modules:1"),
            new Wish("b", "x=1", "/etc/modules:2"),
            new Wish("c", "", "/etc/modules:3"),
            new Wish("d", "# e", "/etc/modules:4"));
  }

  @Test
  void warnsOfAByteOrderMark() throws IOException {
    file("/etc/modules", "\u00ef\u00bb\u00bfa\n");

    assertThat(named("/etc/modules").problems())
        .containsExactly(ConfigProblem.warning("/etc/modules begins with a byte order mark, which"
            + " counts as a part of its first line; save it as UTF-8 without one"));
  }

  @Test
  void isEmptyWhereThereIsNothing() {
    assertThat(LoadLists.standard(root, true)).isEqualTo(new LoadLists(List.of(), List.of()));
  }
}
