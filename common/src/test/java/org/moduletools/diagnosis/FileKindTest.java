package org.moduletools.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moduletools.modulefile.ModuleBuilder;

class FileKindTest {

  private final Path root = new DiagnosedMachine().root;

  private static ModuleBuilder module() {
    return new ModuleBuilder().modinfo("license=GPL").exports("some_symbol");
  }

  private FileKind kind(String name, byte[] content) throws IOException {
    return FileKind.of(Files.write(root.resolve(name), content));
  }

  /** Compresses {@code module} as {@code name} says. */
  private byte[] compressed(String name, ModuleBuilder module) throws IOException {
    return Files.readAllBytes(module.writeTo(root.resolve("whole-" + name)));
  }

  private static byte[] half(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length / 2);
  }

  private static byte[] changed(byte[] bytes, int index, int value) {
    byte[] changed = bytes.clone();
    changed[index] = (byte) value;
    return changed;
  }

  @Test
  void anObjectFileIsOneWhoseSectionsCanBeRead() throws IOException {
    assertThat(kind("a.ko", new ModuleBuilder().exports("x").build())).isEqualTo(FileKind.OBJECT);
  }

  @Test
  void aModuleThatIsCutOffIsNoObjectFile() throws IOException {
    byte[] whole = module().build();

    assertThat(kind("whole.ko", whole)).isEqualTo(FileKind.MODULE);
    assertThat(kind("half.ko", half(whole))).isEqualTo(FileKind.DAMAGED);
    assertThat(kind("header.ko", Arrays.copyOf(whole, 17))).isEqualTo(FileKind.DAMAGED);
    assertThat(kind("magic.ko", Arrays.copyOf(whole, 4))).isEqualTo(FileKind.DAMAGED);
  }

  @Test
  void aModuleWithAWrongHeaderIsNoObjectFile() throws IOException {
    byte[] whole = module().build();

    assertThat(kind("class.ko", changed(whole, 4, 1))).isEqualTo(FileKind.DAMAGED);
    assertThat(kind("noclass.ko", changed(whole, 4, 7))).isEqualTo(FileKind.DAMAGED);
    assertThat(kind("order.ko", changed(whole, 5, 2))).isEqualTo(FileKind.DAMAGED);
  }

  @Test
  void aProgramMayLackSections() throws IOException {
    byte[] program = half(changed(module().build(), 16, 2));

    assertThat(kind("program", program)).isEqualTo(FileKind.PROGRAM);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"m.ko.gz", "m.ko.xz", "m.ko.zst"})
  void aCompressedFileIsNoModuleOnlyIfItIsWhole(String name) throws IOException {
    byte[] module = compressed(name, module());
    byte[] object = compressed(name, new ModuleBuilder().exports("x"));

    assertThat(kind(name, module)).isEqualTo(FileKind.MODULE);
    assertThat(kind(name, object)).isEqualTo(FileKind.COMPRESSED);
    assertThat(kind(name, half(module))).isEqualTo(FileKind.COMPRESSED_DAMAGED);
    assertThat(kind(name, Arrays.copyOf(module, 5))).isEqualTo(FileKind.COMPRESSED_DAMAGED);
  }

  @Test
  void whatACompressedFileHoldsMayBeDamaged() throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(half(module().build()));
    }

    assertThat(kind("m.ko.gz", compressed.toByteArray())).isEqualTo(FileKind.HOLDS_DAMAGED);
  }

  @Test
  void ofWhatIsDamagedAnotherCopyIsToBeHad() {
    assertThat(FileKind.DAMAGED.refused())
        .isEqualTo("a damaged ELF file, or one that was cut off; copy or build it anew");
    assertThat(FileKind.TEXT.refused()).isEqualTo("a text file; the kernel takes modules only");
  }

  @Test
  void bytesThatAreNoLettersAreNoText() throws IOException {
    assertThat(kind("a", new byte[] {(byte) 0xfd, '7', 'z'})).isEqualTo(FileKind.OTHER);
    assertThat(kind("b", "h\u00e9 h\u00e9\n".getBytes(UTF_8))).isEqualTo(FileKind.TEXT);
    assertThat(kind("c", ("a" + "\u00e9".repeat(600)).getBytes(UTF_8))).isEqualTo(FileKind.TEXT);
  }
}
