package org.moduletools.modulefile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moduletools.elf.ElfForm;
import org.moduletools.modulefile.Modinfo.Entry;

class ModuleDescriptionTest {

  private static final int PGP = 0;
  private static final int PKCS7 = 2;
  private static final String SHA256 = "608648016503040201";
  private static final String UNNAMED_DIGEST = "2a0304"; // 1.2.3.4
  private static final byte[] COMMON_NAME = Der.oid("550403");
  private static final byte[] ORGANISATION = Der.oid("55040a");

  private final Path file = Jimfs.newFileSystem(Configuration.unix()).getPath("/modules/some.ko");

  /** A module whose trailer states {@code algorithm}, {@code hash} and so on. */
  private static byte[] signed(
      int algorithm, int hash, int idType, String signer, byte[] key, byte[] signature) {
    ByteArrayOutputStream module = new ByteArrayOutputStream();
    module.writeBytes(new ModuleBuilder().modinfo("license=GPL").build());
    module.writeBytes(signer.getBytes(ISO_8859_1));
    module.writeBytes(key);
    module.writeBytes(signature);
    module.writeBytes(new byte[] {
      (byte) algorithm, (byte) hash, (byte) idType, (byte) signer.length(), (byte) key.length
    });
    module.writeBytes(new byte[] {0, 0, 0, 0, 0}); // unused, and the length's upper half
    module.write(signature.length >> 8);
    module.write(signature.length);
    module.writeBytes("~Module signature appended~\n".getBytes(ISO_8859_1));
    return module.toByteArray();
  }

  private SignatureForm form(byte[] module) throws IOException {
    return description(module).signatureForm();
  }

  private ModuleDescription description(byte[] module) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, module);
    return ModuleFile.readDescription(file);
  }

  /** What a module has of build-id and signature, by modinfo's names, bytes with colons. */
  private List<Entry> stamps(byte[] module) throws IOException {
    ModuleDescription description = description(module);
    List<Entry> stamps = new ArrayList<>();
    description.buildId().ifPresent(id -> stamps.add(new Entry("build-id", hex(id))));
    description.signature().ifPresent(signature -> {
      stamps.add(new Entry("sig_id", signature.kind()));
      stamps.add(new Entry("signer", signature.signer()));
      stamps.add(new Entry("sig_key", hex(signature.key())));
      stamps.add(new Entry("sig_hashalgo", signature.hash()));
      stamps.add(new Entry("signature", hex(signature.signature())));
    });
    return stamps;
  }

  private static String hex(Bytes bytes) {
    return HexFormat.ofDelimiter(":").withUpperCase().formatHex(bytes.toArray());
  }

  private List<Entry> stampsOfPkcs7(byte[]... signerInfos) throws IOException {
    return stamps(signed(0, 0, PKCS7, "", new byte[0], pkcs7(signerInfos)));
  }

  private static byte[] pkcs7(byte[]... signerInfos) {
    byte[] content = Der.sequence(Der.oid("2a864886f70d010701")); // data, which is not in it
    byte[] signedData = Der.sequence(
        Der.integer("01"), Der.set(Der.sequence(Der.oid(SHA256))), content, Der.set(signerInfos));
    return Der.sequence(Der.oid("2a864886f70d010702"), Der.element(0xa0, signedData));
  }

  private static byte[] signerInfo(byte[] signerId, String digest, String signature) {
    return Der.sequence(
        Der.integer("01"),
        signerId,
        Der.sequence(Der.oid(digest)),
        Der.sequence(Der.oid("2a864886f70d010101")),
        Der.octets(signature));
  }

  private static byte[] issued(String serialNumber, byte[]... names) {
    return Der.sequence(Der.sequence(names), Der.integer(serialNumber));
  }

  private static byte[] name(byte[] type, byte[] value) {
    return Der.set(Der.sequence(type, value));
  }

  @Test
  void readsThePartsOfASignatureThatIsNotPkcs7() throws IOException {
    byte[] module =
        signed(1, 4, PGP, "A. Builder", new byte[] {0, (byte) 0xab}, new byte[] {1, 2, 3});

    assertThat(stamps(module))
        .containsExactly(
            new Entry("sig_id", "PGP"),
            new Entry("signer", "A. Builder"),
            new Entry("sig_key", "00:AB"),
            new Entry("sig_hashalgo", "sha256"),
            new Entry("signature", "01:02:03"));
  }

  @ParameterizedTest(name = "algorithm {0}, hash {1}, id type {2}, {3} bytes of signature")
  @CsvSource({"2, 4, 1, 3", "1, 9, 1, 3", "1, 4, 3, 3", "1, 4, 1, 0"})
  void takesATrailerThatStatesWhatCannotBeForNone(int algorithm, int hash, int idType, int length)
      throws IOException {
    assertThat(stamps(signed(algorithm, hash, idType, "", new byte[0], new byte[length])))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0x7f, 0xff})
  void takesALengthBeyondTheFileForNoSignature(int highestByte) throws IOException {
    byte[] module = signed(1, 4, PGP, "me", new byte[2], new byte[3]);
    module[module.length - 32] = (byte) highestByte;

    assertThat(stamps(module)).isEmpty();
  }

  @Test
  void readsASignatureLongerThanTheFirstRead() throws IOException {
    assertThat(
            stamps(signed(1, 4, PGP, "", new byte[0], new byte[10_000])).get(4).value())
        .hasSize(10_000 * 3 - 1);
  }

  @Test
  void readsTheSignatureOfACompressedModule() throws IOException {
    byte[] module = signed(1, 4, PGP, "me", new byte[2], new byte[3]);

    assertThat(stamps(ModuleBuilder.compressed("some.ko.xz", module)))
        .contains(new Entry("signer", "me"));
  }

  @Test
  void readsTheFirstSignerOfPkcs7() throws IOException {
    byte[] first = issued(
        "00f122", name(ORGANISATION, Der.utf8("Org")), name(COMMON_NAME, Der.utf8("Build key")));
    byte[] second = issued("05", name(COMMON_NAME, Der.utf8("Other")));

    assertThat(stampsOfPkcs7(signerInfo(first, SHA256, "a1b2"), signerInfo(second, SHA256, "c3")))
        .containsExactly(
            new Entry("sig_id", "PKCS#7"),
            new Entry("signer", "Build key"),
            new Entry("sig_key", "F1:22"),
            new Entry("sig_hashalgo", "sha256"),
            new Entry("signature", "A1:B2"));
  }

  @Test
  void namesASignerWithoutCommonNameByTheLastPartOfItsName() throws IOException {
    byte[] issuer = issued(
        "05", name(ORGANISATION, Der.utf8("Org")), name(Der.oid("550407"), Der.utf8("Town")));

    assertThat(stampsOfPkcs7(signerInfo(issuer, SHA256, "a1")))
        .contains(new Entry("signer", "Town"));
  }

  @Test
  void keepsTheBytesOfNamesInAnyAlphabet() throws IOException {
    byte[] utf8 = Der.hex(0x0c, "c3a9");
    byte[] bmp = Der.hex(0x1e, "00e9");
    byte[] teletex = Der.hex(0x14, "e9");

    assertThat(stampsOfPkcs7(signerInfo(issued("05", name(COMMON_NAME, utf8)), SHA256, "a1")))
        .contains(new Entry("signer", "\u00c3\u00a9"));
    assertThat(stampsOfPkcs7(signerInfo(issued("05", name(COMMON_NAME, bmp)), SHA256, "a1")))
        .contains(new Entry("signer", "\u00c3\u00a9"));
    assertThat(stampsOfPkcs7(signerInfo(issued("05", name(COMMON_NAME, teletex)), SHA256, "a1")))
        .contains(new Entry("signer", "\u00e9"));
  }

  @Test
  void showsASerialNumberAsAmount() throws IOException {
    byte[] name = name(COMMON_NAME, Der.utf8("me"));

    assertThat(stampsOfPkcs7(signerInfo(issued("fb", name), SHA256, "a1")))
        .contains(new Entry("sig_key", "05"));
    assertThat(stampsOfPkcs7(signerInfo(issued("00", name), SHA256, "a1")))
        .contains(new Entry("sig_key", ""));
  }

  @Test
  void knowsASignerByItsKeyIdentifierToo() throws IOException {
    assertThat(stampsOfPkcs7(signerInfo(Der.hex(0x80, "0a0b"), SHA256, "a1")))
        .containsExactly(
            new Entry("sig_id", "PKCS#7"),
            new Entry("signer", ""),
            new Entry("sig_key", "0A:0B"),
            new Entry("sig_hashalgo", "sha256"),
            new Entry("signature", "A1"));
  }

  @Test
  void tellsTheNumberOfADigestThatHasNoName() throws IOException {
    byte[] issuer = issued("05", name(COMMON_NAME, Der.utf8("me")));

    assertThat(stampsOfPkcs7(signerInfo(issuer, UNNAMED_DIGEST, "a1")))
        .contains(new Entry("sig_hashalgo", "1.2.3.4"));
  }

  @Test
  void takesDamagedPkcs7ForNoSignature() throws IOException {
    byte[] deep = new byte[60_000];
    Arrays.fill(deep, (byte) 0x30);
    for (int i = 1; i < deep.length; i += 2) {
      deep[i] = (byte) 0x80; // of indefinite length
    }

    assertThat(stampsOfPkcs7()).isEmpty();
    assertThat(stampsOfPkcs7(Der.sequence(Der.integer("01")))).isEmpty();
    assertThat(stamps(signed(0, 0, PKCS7, "", new byte[0], new byte[] {0x30, 0x05})))
        .isEmpty();
    assertThat(stamps(signed(0, 0, PKCS7, "", new byte[0], deep))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void readsTheBuildId(ElfForm form) throws IOException {
    byte[] note = ElfForm.bytes(form.allocate(20)
        .putInt(4)
        .putInt(4)
        .putInt(3)
        .put("GNU\0".getBytes(ISO_8859_1))
        .put(HexFormat.of().parseHex("01abcdef")));

    assertThat(stamps(withNote(form, note))).containsExactly(new Entry("build-id", "01:AB:CD:EF"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "04000000 04000000 04000000 474e5500 01abcdef", // another type
        "04000000 04000000 03000000 474e5600 01abcdef", // another name
        "05000000 04000000 03000000 474e5500 01abcdef", // another length of the name
        "04000000 05000000 03000000 474e5500 01abcdef", // longer than the section
        "04000000 ffffffff 03000000 474e5500 01abcdef",
        "04000000 00000000 03000000 474e5500",
        "04000000 04000000 03000000"
      })
  void takesADamagedNoteForNone(String digits) throws IOException {
    byte[] note = HexFormat.of().parseHex(digits.replace(" ", ""));

    assertThat(stamps(withNote(ElfForm.LE64, note))).isEmpty();
  }

  @Test
  void spellsABuildIdAsDebuggersLookItUp() throws IOException {
    byte[] note = HexFormat.of().parseHex("0400000004000000" + "03000000474e5500" + "01abcdef");

    assertThat(description(withNote(ElfForm.LE64, note)).buildId())
        .contains(Bytes.of((byte) 1, (byte) 0xab, (byte) 0xcd, (byte) 0xef))
        .hasToString("Optional[01abcdef]");
  }

  private static byte[] withNote(ElfForm form, byte[] note) {
    return new ModuleBuilder(form)
        .modinfo("license=GPL")
        .with(elf -> elf.section(".note.gnu.build-id", note))
        .build();
  }

  @Test
  void needsASectionForTheStrings() {
    assertThatThrownBy(() -> stamps(new ModuleBuilder().exports("x").build()))
        .isInstanceOfSatisfying(
            ModuleFormatException.class,
            e -> assertThat(e.reason()).isEqualTo(ModuleFormatException.Reason.NO_DATA));
  }

  @Test
  void refusesStringsThatWouldFillTheMemory() {
    byte[] strings = "a\0".repeat((4 << 20) / 2 + 1).getBytes(ISO_8859_1);
    byte[] module =
        new ModuleBuilder().with(elf -> elf.section(".modinfo", strings)).build();

    assertThatThrownBy(() -> stamps(module))
        .isInstanceOf(ModuleFormatException.class)
        .hasMessage("section .modinfo larger than 4194304 bytes");
  }

  @Test
  void tellsWhatTheKernelSeesOfASignature() throws IOException {
    byte[] issuer = issued("05", name(COMMON_NAME, Der.utf8("me")));
    byte[] pkcs7 = pkcs7(signerInfo(issuer, SHA256, "a1"));

    assertThat(form(new ModuleBuilder().modinfo("a=b").build())).isEqualTo(SignatureForm.NONE);
    assertThat(form(signed(0, 0, PKCS7, "", new byte[0], pkcs7))).isEqualTo(SignatureForm.PKCS7);
    assertThat(form(signed(1, 4, PGP, "me", new byte[2], new byte[3])))
        .isEqualTo(SignatureForm.OUTDATED);
  }

  @Test
  void tellsThatASignatureIsDamaged() throws IOException {
    byte[] issuer = issued("05", name(COMMON_NAME, Der.utf8("me")));
    byte[] pkcs7 = pkcs7(signerInfo(issuer, SHA256, "a1"));
    byte[] tooLong = signed(0, 0, PKCS7, "", new byte[0], pkcs7);
    tooLong[tooLong.length - 32] = 0x7f;

    assertThat(form(tooLong)).isEqualTo(SignatureForm.DAMAGED);
    assertThat(form(signed(0, 4, PKCS7, "", new byte[0], pkcs7))).isEqualTo(SignatureForm.DAMAGED);
    assertThat(form(signed(0, 0, PKCS7, "me", new byte[0], pkcs7)))
        .isEqualTo(SignatureForm.DAMAGED);
    assertThat(form(signed(0, 0, PKCS7, "", new byte[0], new byte[0])))
        .isEqualTo(SignatureForm.DAMAGED);
    assertThat(form(signed(0, 0, PKCS7, "", new byte[0], new byte[9])))
        .isEqualTo(SignatureForm.DAMAGED);
  }
}
