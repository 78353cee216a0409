package org.moduletools.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moduletools.module.ModuleName;

class KernelFilesTest {

  private static final ModuleName LLC = new ModuleName("llc");

  private final Path root =
      Jimfs.newFileSystem(Configuration.unix()).getRootDirectories().iterator().next();
  private final KernelFiles files = new KernelFiles(root);

  private void write(String file, String content) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"live, LIVE", "coming, COMING", "going, GOING"})
  void initstateTellsTheState(String word, ModuleState state) throws IOException {
    write("sys/module/llc/initstate", word + "\n");

    assertThat(files.state(LLC)).isEqualTo(state);
  }

  @Test
  void aModuleWithoutFolderIsAbsent() throws IOException {
    write("sys/module/stp/initstate", "live\n");
    write("proc/modules", "llc 16384 0 - Live 0x0\n");

    assertThat(files.state(LLC)).isEqualTo(ModuleState.ABSENT);
  }

  @Test
  void aFileInPlaceOfAFolderIsNoModule() throws IOException {
    write("sys/module/compression", "xz\n");

    assertThat(files.state(new ModuleName("compression"))).isEqualTo(ModuleState.ABSENT);
  }

  @Test
  void aFolderThatCannotBeToldIsNotTakenForAbsent() throws IOException {
    Files.createDirectories(root.resolve("sys/module"));
    Files.createSymbolicLink(root.resolve("sys/module/llc"), root.resolve("sys/module/llc"));
    write("proc/modules", "llc 16384 0 - Live 0x0\n");

    assertThat(files.state(LLC)).isEqualTo(ModuleState.LIVE);
  }

  @Test
  void nothingIsKnownOfAFolderThatCannotBeToldWithoutAList() throws IOException {
    Files.createDirectories(root.resolve("sys/module"));
    Files.createSymbolicLink(root.resolve("sys/module/llc"), root.resolve("sys/module/llc"));

    assertThat(files.state(LLC)).isEqualTo(ModuleState.UNKNOWN);
  }

  @Test
  void aNameThatNoFolderCanHaveIsAbsent() throws IOException {
    Files.createDirectories(root.resolve("sys/module").resolve("a".repeat(256)));

    assertThat(files.state(new ModuleName("a".repeat(256)))).isEqualTo(ModuleState.ABSENT);
  }

  @Test
  void aFolderWithoutInitstateAndRowIsBuiltIn() throws IOException {
    write("sys/module/printk/parameters/time", "Y\n");
    write("proc/modules", "llc 16384 0 - Live 0x0\n");

    assertThat(files.state(new ModuleName("printk"))).isEqualTo(ModuleState.BUILTIN);
  }

  @Test
  void aFolderWithoutInitstateHasTheStateOfItsRow() throws IOException {
    write("sys/module/llc/refcnt", "0\n");
    write("proc/modules", "llc 16384 0 - Loading 0x0\n");

    assertThat(files.state(LLC)).isEqualTo(ModuleState.COMING);
  }

  @Test
  void aFolderWithoutInitstateIsBuiltInWhereThereAreNoRows() throws IOException {
    write("sys/module/llc/refcnt", "0\n");

    assertThat(files.state(LLC)).isEqualTo(ModuleState.BUILTIN);
  }

  @Test
  void rowsServeWhereThereIsNoSys() throws IOException {
    write("proc/modules", "stp 16384 1 bridge, Unloading 0x0\nllc 16384 2 bridge,stp, Live 0x0\n");

    assertThat(files.state(LLC)).isEqualTo(ModuleState.LIVE);
    assertThat(files.state(new ModuleName("stp"))).isEqualTo(ModuleState.GOING);
    assertThat(files.state(new ModuleName("dummy"))).isEqualTo(ModuleState.ABSENT);
    assertThat(files.references(LLC)).hasValue(2);
    assertThat(files.holders(LLC)).containsExactly(new ModuleName("bridge"), new ModuleName("stp"));
    assertThat(files.sizeBytes(LLC)).hasValue(16384);
  }

  @Test
  void nothingIsKnownWithoutProcAndSys() {
    assertThat(files.state(LLC)).isEqualTo(ModuleState.UNKNOWN);
    assertThat(files.references(LLC)).isEmpty();
    assertThat(files.holders(LLC)).isEmpty();
    assertThat(files.sizeBytes(LLC)).isEmpty();
    assertThat(files.compression()).isEmpty();
    assertThatThrownBy(files::loadedModules).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void sysTellsCountHoldersAndSize() throws IOException {
    write("sys/module/llc/initstate", "live\n");
    write("sys/module/llc/refcnt", "2\n");
    write("sys/module/llc/coresize", "20480\n");
    Files.createDirectories(root.resolve("sys/module/llc/holders/bridge"));
    Files.createDirectories(root.resolve("sys/module/llc/holders/net!stp"));

    assertThat(files.references(LLC)).hasValue(2);
    assertThat(files.sizeBytes(LLC)).hasValue(20480);
    assertThat(files.holders(LLC))
        .containsExactly(new ModuleName("bridge"), new ModuleName("net/stp"));
  }

  @Test
  void noCountIsToldWhereTheKernelKeepsNone() throws IOException {
    write("sys/module/llc/initstate", "live\n");
    write("proc/modules", "llc 16384 - - Live 0x0\n");

    assertThat(files.references(LLC)).isEmpty();
    assertThat(files.holders(LLC)).isEmpty();
  }

  @Test
  void aSlashInANameIsAnExclamationMarkInSys() throws IOException {
    write("sys/module/cpu!x/initstate", "live\n");

    assertThat(files.state(new ModuleName("cpu/x"))).isEqualTo(ModuleState.LIVE);
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(strings = {"", ".", "..", "../../etc", "a\u0000b"})
  void noNameLeadsOutOfTheFolder(String name) throws IOException {
    write("sys/module/initstate", "live\n");
    write("etc/initstate", "live\n");
    write("sys/initstate", "live\n");

    assertThat(files.state(new ModuleName(name))).isEqualTo(ModuleState.ABSENT);
  }

  @Test
  void aDamagedCountIsNotTold() throws IOException {
    write("sys/module/llc/refcnt", "many\n");

    assertThat(files.references(LLC)).isEmpty();
  }

  @Test
  void modulesAreListedAsTheKernelDoes() throws IOException {
    write("proc/modules", "stp 16384 0 - Live 0x0\n\nllc 20480 1 stp, Live 0x0");

    assertThat(files.loadedModules())
        .extracting(module -> module.name().value())
        .containsExactly("stp", "llc");
  }

  @Test
  void compressionIsReadAsItIs() throws IOException {
    write("sys/module/compression", "xz\n");

    assertThat(files.compression()).hasValue("xz");
  }

  @Test
  void whatSysTellsOfLoadedModulesIsNewerThanTheRows() throws IOException {
    write("proc/modules", "stp 16384 0 - Live 0x0\nllc 16384 1 stp,[permanent], Live 0x0\n");
    write("sys/module/stp/initstate", "going\n");
    write("sys/module/llc/coresize", "20480\n");
    write("sys/module/llc/refcnt", "2\n");
    write("sys/module/llc/holders/bridge/x", "");

    assertThat(files.loadedModulesNow())
        .containsExactly(
            new LoadedModule(
                new ModuleName("stp"), 16384, true, OptionalInt.of(0), "", ModuleState.GOING),
            new LoadedModule(
                LLC, 20480, true, OptionalInt.of(2), "bridge,[permanent]", ModuleState.LIVE));
  }

  @Test
  void aLoadedModuleThatHasVanishedMeanwhileIsLeftOut() throws IOException {
    write("proc/modules", "stp 16384 0 - Live 0x0\nllc 16384 0 - Live 0x0\n");
    write("sys/module/llc/refcnt", "0\n");

    assertThat(files.loadedModulesNow()).extracting(LoadedModule::name).containsExactly(LLC);
  }

  @Test
  void withoutSysTheRowsServe() throws IOException {
    write("proc/modules", "stp 16384 0 - Live 0x0\nllc 16384 1 stp, Live 0x0\n");

    assertThat(files.loadedModulesNow()).isEqualTo(files.loadedModules());
  }
}
