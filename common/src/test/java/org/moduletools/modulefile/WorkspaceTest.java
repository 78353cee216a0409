package org.moduletools.modulefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moduletools.codec.SystemCodecs;
import org.moduletools.files.FileOpener;
import org.moduletools.modulefile.ModuleSymbols.Need;

/** What was met in one module must not show in the next. */
class WorkspaceTest {

  @TempDir
  private Path folder;

  private final Workspace workspace =
      Workspace.ofMany(SystemCodecs.NONE, FileOpener.BY_JAVA, List.of("alias"));

  private ModuleFile read(String name, ModuleBuilder module) throws IOException {
    return ModuleFile.read(module.writeTo(folder.resolve(name)), workspace);
  }

  private static List<Need> needs(ModuleFile module) {
    return module.symbols().needs();
  }

  @Test
  void givesEachModuleTheVersionsThatItStates() throws IOException {
    ModuleFile a = read("a.ko", new ModuleBuilder().needs("foo").version("foo", 1));
    ModuleFile b = read("b.ko", new ModuleBuilder().needs("foo"));
    ModuleFile c = read("c.ko", new ModuleBuilder().needs("foo").version("foo", 2));

    assertThat(needs(a)).containsExactly(new Need("foo", 1, false));
    assertThat(needs(b)).containsExactly(new Need("foo", 0, false));
    assertThat(needs(c)).containsExactly(new Need("foo", 2, false));
  }

  @Test
  void forgetsVersionsThatNoSymbolHas() throws IOException {
    ModuleFile a = read("a.ko", new ModuleBuilder().version("module_layout", 7));
    ModuleFile b = read("b.ko", new ModuleBuilder().needs("foo"));

    assertThat(needs(a)).containsExactly(new Need("module_layout", 7, false));
    assertThat(needs(b)).containsExactly(new Need("foo", 0, false));
  }

  @Test
  void sharesANeedThatTwoModulesHave() throws IOException {
    ModuleFile a = read("a.ko", new ModuleBuilder().needs("foo"));
    ModuleFile b = read("b.ko", new ModuleBuilder().needs("foo"));

    assertThat(needs(b).get(0)).isSameAs(needs(a).get(0));
  }

  @Test
  void readsModulesInEveryCompressionOneAfterTheOther() throws IOException {
    for (String name : List.of("a.ko", "b.ko.gz", "c.ko.xz", "d.ko.zst", "e.ko.gz")) {
      ModuleFile module =
          read(name, new ModuleBuilder().modinfo("alias=" + name).needs(name));

      assertThat(module.modinfo().values("alias")).containsExactly(name);
      assertThat(needs(module)).containsExactly(new Need(name, 0, false));
    }
  }

  @Test
  void leavesOutDescriptionsThatNobodyWants() throws IOException {
    ModuleFile module =
        read("a.ko", new ModuleBuilder().modinfo("license=GPL", "alias=x", "aliases=y", "alias=z"));

    assertThat(module.modinfo())
        .isEqualTo(
            new Modinfo(List.of(new Modinfo.Entry("alias", "x"), new Modinfo.Entry("alias", "z"))));
  }
}
