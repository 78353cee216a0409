package org.moduletools.devicetable;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.moduletools.elf.ElfForm;

/** The bytes of device records, written member by member with all that pads them. */
final class RecordBytes {

  private final ElfForm form;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  RecordBytes(ElfForm form) {
    this.form = form;
  }

  RecordBytes u8(int... values) {
    for (int value : values) {
      bytes.write(value);
    }
    return this;
  }

  RecordBytes u16(int... values) {
    for (int value : values) {
      bytes.writeBytes(ElfForm.bytes(form.allocate(2).putShort((short) value)));
    }
    return this;
  }

  RecordBytes u32(int... values) {
    for (int value : values) {
      bytes.writeBytes(ElfForm.bytes(form.allocate(4).putInt(value)));
    }
    return this;
  }

  RecordBytes word(long... values) {
    for (long value : values) {
      ByteBuffer buffer = form.allocate(form.wordBytes());
      form.putWord(buffer, value);
      bytes.writeBytes(ElfForm.bytes(buffer));
    }
    return this;
  }

  RecordBytes text(int sizeBytes, String text) {
    bytes.writeBytes(text.getBytes(ISO_8859_1));
    return pad(sizeBytes - text.length());
  }

  /** Writes padding, or members that do not count. */
  RecordBytes pad(int count) {
    bytes.writeBytes(new byte[count]);
    return this;
  }

  /** Writes padding that is as long as this on machines of 32 bits, and that on those of 64. */
  RecordBytes pad(int on32, int on64) {
    return pad(form.is64Bit() ? on64 : on32);
  }

  boolean is64Bit() {
    return form.is64Bit();
  }

  ElfForm form() {
    return form;
  }

  int size() {
    return bytes.size();
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }
}
