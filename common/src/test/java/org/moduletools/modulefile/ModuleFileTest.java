package org.moduletools.modulefile;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.moduletools.elf.ElfForm;
import org.moduletools.modulefile.Modinfo.Entry;
import org.moduletools.modulefile.ModuleSymbols.Export;
import org.moduletools.modulefile.ModuleSymbols.Need;

class ModuleFileTest {

  private final FileSystem fileSystem = Jimfs.newFileSystem(Configuration.unix());
  private final Path folder = fileSystem.getPath("/lib/modules");

  @AfterEach
  void closeFileSystem() throws IOException {
    fileSystem.close();
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void readsWhatDescribesTheModule(ElfForm form) throws IOException {
    Path file = new ModuleBuilder(form)
        .modinfo("license=GPL", "alias=pci:v00008086d*", "alias=foo", "parm=x:a=b", "lone")
        .writeTo(folder.resolve("foo.ko"));

    Modinfo modinfo = ModuleFile.read(file).modinfo();

    assertThat(modinfo.entries())
        .containsExactly(
            new Entry("license", "GPL"),
            new Entry("alias", "pci:v00008086d*"),
            new Entry("alias", "foo"),
            new Entry("parm", "x:a=b"),
            new Entry("lone", ""));
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void readsExportsInTheOrderOfTheirVersionSymbols(ElfForm form) throws IOException {
    Path file = new ModuleBuilder(form)
        .exports("second", 0x80000002L)
        .exportsRelative("first", 0x80000001L)
        .exports("third", 3)
        .writeTo(folder.resolve("foo.ko"));

    ModuleSymbols symbols = ModuleFile.read(file).symbols();

    assertThat(symbols.exports())
        .containsExactly(
            new Export("first", 0x80000001L),
            new Export("second", 0x80000002L),
            new Export("third", 3));
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void readsNeedsWithTheirVersions(ElfForm form) throws IOException {
    Path file = new ModuleBuilder(form)
        .version("module_layout", 0x11)
        .version("strong", 0xfedcba98L)
        .needs("unversioned", "strong")
        .needsWeak("weak")
        .writeTo(folder.resolve("foo.ko"));

    ModuleSymbols symbols = ModuleFile.read(file).symbols();

    assertThat(symbols.needs())
        .containsExactly(
            new Need("unversioned", 0, false),
            new Need("strong", 0xfedcba98L, false),
            new Need("weak", 0, true),
            new Need("module_layout", 0x11, false));
  }
}
