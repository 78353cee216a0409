package org.moduletools.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moduletools.index.BuiltinModinfo.Entry;
import org.moduletools.module.ModuleName;

class BuiltinModinfoTest {

  private static final ModuleName EXT4 = new ModuleName("ext4");

  @Test
  void readsTheStringsInTheirOrder() throws IOException {
    ModuleFolder folder = new ModuleFolder();
    folder.bytes(
        ModuleDirectory.Entry.BUILTIN_MODINFO,
        Spelled.bytes(
            "'ext4.alias=fs-ext4' 00 'ext4.parm=a.b=c:d' 00 'snd-hda.file=sound/x.y' 00",
            "'ext4.author=Ren\u00e9' 00"));

    assertThat(BuiltinModinfo.read(folder.directory()))
        .containsExactly(
            new Entry(EXT4, "alias", "fs-ext4"),
            new Entry(EXT4, "parm", "a.b=c:d"),
            new Entry(new ModuleName("snd_hda"), "file", "sound/x.y"),
            new Entry(EXT4, "author", "Ren\u00e9"));
  }

  @ParameterizedTest(name = "<{0}>")
  @ValueSource(strings = {"nothing", "no.value", "a=b.c", ".key=value", "=", ".", "", "\n"})
  void leavesOutWhatIsNoSuchString(String string) {
    assertThat(BuiltinModinfo.parse(string + "\0ext4.license=GPL\0"))
        .containsExactly(new Entry(EXT4, "license", "GPL"));
  }

  @Test
  void takesALastStringWithoutNul() {
    assertThat(BuiltinModinfo.parse("ext4.license=GPL"))
        .containsExactly(new Entry(EXT4, "license", "GPL"));
  }

  @Test
  void findsNothingWithoutAFile() throws IOException {
    assertThat(BuiltinModinfo.read(new ModuleFolder().directory())).isEmpty();
  }
}
