package org.moduletools.tree;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.moduletools.config.ConfigFiles;
import org.moduletools.config.ConfigPlace;
import org.moduletools.config.KernelCommandLine;
import org.moduletools.config.ModprobeConfig;
import org.moduletools.tree.LoadPlan.Item;
import org.moduletools.tree.LoadPlan.Link;

/** The plan of several modules: top needs mid and base, mid and side need base; lone needs none. */
class LoadPlanTest {

  private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());

  private ModuleTree tree(String config) throws IOException {
    Path directory = Files.createDirectories(files.getPath("/lib/modules/6.1.5"));
    Files.writeString(directory.resolve("modules.dep"), """
        top.ko: mid.ko base.ko
        mid.ko: base.ko
        side.ko: base.ko
        base.ko:
        lone.ko:
        """, ISO_8859_1);
    Path file = Files.writeString(files.getPath("/a.conf"), config, ISO_8859_1);
    return ModuleTree.open(
        directory,
        ModprobeConfig.read(
            ConfigFiles.named(List.of(new ConfigPlace(file, "a.conf")), List.of()),
            KernelCommandLine.EMPTY));
  }

  private static List<List<ResolvedModule>> asked(ModuleTree tree, String... names)
      throws IOException {
    List<List<ResolvedModule>> asked = new ArrayList<>();
    for (String name : names) {
      asked.add(tree.resolve(name));
    }
    return asked;
  }

  /** Returns each item as {@code NAME needs [..] after [..] follows [..]}. */
  private static List<String> items(LoadPlan plan) {
    return plan.items().stream().map(LoadPlanTest::text).toList();
  }

  private static String text(Item item) {
    return item.step().module().name()
        + (item.named() ? "!" : "")
        + " " + item.needs() + item.after() + item.follows();
  }

  @Test
  void hasEachModuleOnceBehindWhatItNeeds() throws IOException {
    ModuleTree tree = tree("");

    LoadPlan plan = tree.loadPlan(asked(tree, "side", "top", "lone", "base"));

    assertThat(items(plan))
        .containsExactly(
            "base [][][]", "side! [0][][]", "mid [0][][]", "top! [0, 2][][]", "lone! [][][]");
    assertThat(plan.chains().get(1).links())
        .containsExactly(new Link(0, true), new Link(2, true), new Link(3, true));
    assertThat(plan.chains().get(3).module().name().value()).isEqualTo("base");
  }

  @Test
  void ordersSoftdepsWithoutNeedingThem() throws IOException {
    ModuleTree tree = tree("softdep top pre: lone post: side\n");

    LoadPlan plan = tree.loadPlan(asked(tree, "top"));

    assertThat(items(plan))
        .containsExactly(
            "base [][][]", "mid [0][][]", "lone [][][]", "top! [0, 1][2][]", "side [0][][3]");
    assertThat(plan.chains().get(0).links())
        .contains(new Link(2, false), new Link(3, true), new Link(4, false));
  }

  @Test
  void aPostSoftdepThatIsAlsoAskedForOnlyComesLater() throws IOException {
    ModuleTree tree = tree("softdep top post: side\n");

    assertThat(items(tree.loadPlan(asked(tree, "top", "side")))).endsWith("side [0][2][]");
  }

  @Test
  void keepsTheOrderOfWhatOneAliasMeans() throws IOException {
    ModuleTree tree = tree("alias all lone\nalias all base\nalias all side\n");

    assertThat(items(tree.loadPlan(asked(tree, "all"))))
        .containsExactly("lone! [][][]", "base! [][0][]", "side! [1][0][]");
  }

  @Test
  void cutsCirclesOfSoftdepsInTheOrderOfLoading() throws IOException {
    ModuleTree tree = tree("softdep lone pre: side\nsoftdep side pre: lone\n");

    assertThat(items(tree.loadPlan(asked(tree, "side", "lone"))))
        .containsExactly("base [][][]", "lone [][][]", "side! [0][1][]");
  }

  @Test
  void ignoresCommandsAndSoftdepsOfWhatWasAskedForIfAsked() throws IOException {
    ModuleTree tree = tree("softdep side pre: lone\ninstall side true\n");

    LoadPlan plan = tree.loadPlanIgnoringCommands(asked(tree, "side"));

    assertThat(items(plan)).containsExactly("base [][][]", "side! [0][][]");
    assertThat(plan.items().get(1).step().commands()).isFalse();
  }

  @Test
  void ofNothingIsNothing() throws IOException {
    ModuleTree tree = tree("");

    assertThat(tree.loadPlan(asked(tree, "nosuch"))).isEqualTo(new LoadPlan(List.of(), List.of()));
  }
}
