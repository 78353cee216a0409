package org.moduletools.modulefile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1BMPString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.ASN1UniversalString;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * Reads a PKCS#7 signature (RFC 5652, SignedData), as kernels since 4.3 use. Its first signer is
 * the module's. A signer identified by a key, not by issuer and serial number, has no name; kmod
 * then prints no signature at all.
 */
final class Pkcs7Parser {

  private static final String ID = "PKCS#7";

  /** The digests that scripts/sign-file may use: OpenSSL's long names by OID. */
  private static final Map<String, String> HASHES = Map.ofEntries(
      Map.entry("1.2.840.113549.2.4", "md4"),
      Map.entry("1.2.840.113549.2.5", "md5"),
      Map.entry("1.3.14.3.2.26", "sha1"),
      Map.entry("1.3.36.3.2.1", "ripemd160"),
      Map.entry("2.16.840.1.101.3.4.2.1", "sha256"),
      Map.entry("2.16.840.1.101.3.4.2.2", "sha384"),
      Map.entry("2.16.840.1.101.3.4.2.3", "sha512"),
      Map.entry("2.16.840.1.101.3.4.2.4", "sha224"),
      Map.entry("2.16.840.1.101.3.4.2.5", "sha512-224"),
      Map.entry("2.16.840.1.101.3.4.2.6", "sha512-256"),
      Map.entry("2.16.840.1.101.3.4.2.7", "sha3-224"),
      Map.entry("2.16.840.1.101.3.4.2.8", "sha3-256"),
      Map.entry("2.16.840.1.101.3.4.2.9", "sha3-384"),
      Map.entry("2.16.840.1.101.3.4.2.10", "sha3-512"),
      Map.entry("1.2.156.10197.1.401", "sm3"),
      Map.entry("1.2.643.7.1.1.2.2", "GOST R 34.11-2012 with 256 bit hash"),
      Map.entry("1.2.643.7.1.1.2.3", "GOST R 34.11-2012 with 512 bit hash"));

  private Pkcs7Parser() {}

  /** Returns the data of the first signer, or nothing if {@code der} is no PKCS#7 signature. */
  static Optional<ModuleSignature> parse(byte[] der) {
    try (ASN1InputStream in = new ASN1InputStream(der)) {
      SignedData data =
          SignedData.getInstance(ContentInfo.getInstance(in.readObject()).getContent());
      if (data.getSignerInfos().size() == 0) {
        return Optional.empty();
      }
      SignerInfo signer = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
      String oid = signer.getDigestAlgorithm().getAlgorithm().getId();
      String hash = HASHES.getOrDefault(oid, oid);
      Bytes signature = Bytes.of(signer.getEncryptedDigest().getOctets());
      ASN1Encodable id = signer.getSID().getId();
      if (id instanceof ASN1OctetString keyIdentifier) {
        Bytes key = Bytes.of(keyIdentifier.getOctets());
        return Optional.of(new ModuleSignature(ID, "", key, hash, signature));
      }
      IssuerAndSerialNumber issued = IssuerAndSerialNumber.getInstance(id);
      Bytes key = Bytes.of(unsigned(issued.getSerialNumber().getValue()));
      return Optional.of(
          new ModuleSignature(ID, commonName(issued.getName()), key, hash, signature));
    } catch (IOException | RuntimeException damaged) {
      return Optional.empty(); // the library throws unchecked exceptions for damaged data too
    }
  }

  /** Returns the bytes of the number without sign and leading zeros; none for 0. */
  private static byte[] unsigned(BigInteger number) {
    byte[] bytes = number.abs().toByteArray();
    int zeros = bytes[0] == 0 ? 1 : 0;
    byte[] digits = new byte[bytes.length - zeros];
    System.arraycopy(bytes, zeros, digits, 0, digits.length);
    return digits;
  }

  /** Returns the first common name, or the last part if there is none, as kmod does. */
  private static String commonName(X500Name name) {
    String text = "";
    for (RDN part : name.getRDNs()) {
      for (AttributeTypeAndValue attribute : part.getTypesAndValues()) {
        text = text(attribute.getValue());
        if (attribute.getType().equals(BCStyle.CN)) {
          return text;
        }
      }
    }
    return text;
  }

  /** Returns the text with a character for each byte: of UTF-8 for Unicode, otherwise unchanged. */
  private static String text(ASN1Encodable value) {
    if (!(value instanceof ASN1String string)) {
      return "";
    }
    boolean isUnicode = value instanceof ASN1UTF8String
        || value instanceof ASN1BMPString
        || value instanceof ASN1UniversalString;
    return isUnicode
        ? new String(string.getString().getBytes(UTF_8), ISO_8859_1)
        : string.getString();
  }
}
