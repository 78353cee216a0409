package org.moduletools.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.moduletools.index.ModuleDirectory.Entry;
import org.moduletools.module.ModuleName;

class BuiltinModulesTest {

  private final ModuleFolder folder = new ModuleFolder();
  private final BuiltinModules builtins = new BuiltinModules(folder.directory(), folder::hear);

  BuiltinModulesTest() throws IOException {}

  private List<String> all() throws IOException {
    List<String> all = new ArrayList<>();
    builtins.forEach(module -> all.add(module.value()));
    return all;
  }

  @Test
  void knowsThemFromTheIndex() throws IOException {
    folder.index(Entry.BUILTIN_BIN, "ext4", "", "crc_t10dif", "");

    assertThat(builtins.contains(new ModuleName("crc-t10dif"))).isTrue();
    assertThat(builtins.contains(new ModuleName("ext"))).isFalse();
    assertThat(all()).containsExactly("crc_t10dif", "ext4");
  }

  @Test
  void knowsThemFromTheTextWhereThereIsNoIndex() throws IOException {
    folder.text(
        Entry.BUILTIN,
        "kernel/lib/crc-t10dif.ko",
        "",
        "/kernel/not.ko",
        "\u00e9/not.ko",
        "kernel/fs/ext4/ext4.ko");

    assertThat(builtins.contains(new ModuleName("crc_t10dif"))).isTrue();
    assertThat(builtins.contains(new ModuleName(""))).isFalse();
    assertThat(all()).containsExactly("crc_t10dif", "ext4");
  }

  @Test
  void namesAnIndexThatAPowerCutLeftBesideTheText() throws IOException {
    folder.bytes(Entry.BUILTIN_BIN, new byte[0]);
    folder.text(Entry.BUILTIN, "kernel/fs/ext4/ext4.ko");

    assertThat(builtins.contains(new ModuleName("ext4"))).isTrue();
    assertThat(folder.problems())
        .containsExactly("/lib/modules/6.1/modules.builtin.bin is damaged: it is empty;"
            + " modules.builtin is used instead, run depmod to write both anew");
  }

  @Test
  void takesAnEmptyIndexWithoutTextForNone() throws IOException {
    folder.bytes(Entry.BUILTIN_BIN, new byte[0]);

    assertThat(all()).isEmpty();
    assertThat(folder.problems()).isEmpty();
  }

  @Test
  void takesAnEmptyTextForAKernelWithoutParts() throws IOException {
    folder.bytes(Entry.BUILTIN, new byte[0]);

    assertThat(all()).isEmpty();
    assertThat(folder.problems()).isEmpty();
  }

  @Test
  void knowsNoneWithoutAnyFile() throws IOException {
    assertThat(builtins.contains(new ModuleName("ext4"))).isFalse();
    assertThat(all()).isEmpty();
  }
}
