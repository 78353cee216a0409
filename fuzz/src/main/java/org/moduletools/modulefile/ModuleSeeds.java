package org.moduletools.modulefile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.moduletools.elf.ElfForm;

/**
 * Made-up modules: machines that Debian's kernel here is not for, rare parts, every compression.
 */
public final class ModuleSeeds {

  private static final int[] SIGNATURE_KINDS = {0, 1, 2};

  private ModuleSeeds() {}

  /** Returns them by the names of their files. */
  public static Map<String, byte[]> all() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    for (ElfForm form : ElfForm.values()) {
      byte[] module = module(form);
      String name = form.name().toLowerCase(Locale.ROOT) + ".ko";
      all.put(name, module);
      for (String ending : new String[] {".gz", ".xz", ".zst"}) {
        try {
          all.put(name + ending, ModuleBuilder.compressed(ending, module));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    for (int kind : SIGNATURE_KINDS) {
      all.put("signed-" + kind + ".ko", signed(module(ElfForm.LE64), kind));
    }
    return all;
  }

  private static byte[] module(ElfForm form) {
    return new ModuleBuilder(form)
        .modinfo("license=GPL", "vermagic=6.1.0 SMP", "alias=pci:v*", "parm=a:b (int)", "name")
        .exports("foo", 0x1234)
        .exportsRelative("bar", 0x5678)
        .namespace("SPACE")
        .needs("printk", ".dotted")
        .needsWeak("perhaps")
        .version("printk", 0x9abc)
        .extendedVersion("a_long_name", 0xdef0)
        .with(elf -> elf.section(".note.gnu.build-id", buildId(form)))
        .with(elf -> elf.symbol(
            "__mod_pci__ids_device_table", elf.section(".rodata", new byte[64]), 0, 64, 0))
        .with(elf -> elf.section(relocations(form), new byte[6 * form.wordBytes()]))
        .with(elf -> elf.symbol("init_module", 1, 0, 1, 16).symbol("cleanup_module", 1, 0, 1, 16))
        .build();
  }

  private static String relocations(ElfForm form) {
    return (form.is64Bit() ? ".rela" : ".rel") + ".gnu.linkonce.this_module";
  }

  private static byte[] buildId(ElfForm form) {
    ByteBuffer note = form.allocate(20).putInt(4).putInt(4).putInt(3);
    return ElfForm.bytes(note.put("GNU\0".getBytes(ISO_8859_1)).putInt(0x01020304));
  }

  private static byte[] signed(byte[] module, int kind) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(module);
    byte[] signature = kind == 2 ? pkcs7() : new byte[] {5, 6};
    file.writeBytes("me".getBytes(ISO_8859_1));
    file.writeBytes(new byte[] {1, 2, 3});
    file.writeBytes(signature);
    file.writeBytes(ByteBuffer.allocate(12)
        .put(new byte[] {1, 4, (byte) kind, 2, 3, 0, 0, 0})
        .putInt(signature.length)
        .array());
    file.writeBytes("~Module signature appended~\n".getBytes(ISO_8859_1));
    return file.toByteArray();
  }

  /** RFC 5652: ContentInfo with SignedData, whose one signer has a common name. */
  private static byte[] pkcs7() {
    byte[] sha256 = Der.sequence(Der.oid("608648016503040201"));
    byte[] name = Der.sequence(
        Der.set(Der.sequence(Der.oid("550403"), Der.utf8("Debian"))),
        Der.set(Der.sequence(Der.oid("55040a"), Der.hex(0x1e, "00440065"))));
    byte[] signer = Der.sequence(
        Der.integer("01"),
        Der.sequence(name, Der.integer("00ff01")),
        sha256,
        Der.sequence(Der.oid("2a864886f70d010101")),
        Der.octets("0102"));
    byte[] data = Der.sequence(
        Der.integer("01"),
        Der.set(sha256),
        Der.sequence(Der.oid("2a864886f70d010701")),
        Der.set(signer));
    return Der.sequence(Der.oid("2a864886f70d010702"), Der.element(0xa0, data));
  }
}
