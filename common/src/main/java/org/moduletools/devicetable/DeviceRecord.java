package org.moduletools.devicetable;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.moduletools.devicetable.Struct.Layout;
import org.moduletools.devicetable.Struct.Place;

/** One record of a device table, with its members by their names in the header. */
final class DeviceRecord {

  private final Layout layout;
  private final Abi abi;
  private final ByteBuffer bytes;
  private final int begin;

  /**
   * Takes the record that begins at {@code begin}; all of it must be within {@code bytes}, which
   * have the machine's byte order and are not copied.
   */
  DeviceRecord(Layout layout, Abi abi, ByteBuffer bytes, int begin) {
    this.layout = layout;
    this.abi = abi;
    this.bytes = bytes;
    this.begin = begin;
  }

  /** Returns whether the struct has that member; later kernels have more than earlier ones. */
  boolean has(String name) {
    return layout.places().containsKey(name);
  }

  private Place place(String name) {
    Place place = layout.places().get(name);
    if (place == null) {
      throw new IllegalArgumentException("no member " + name);
    }
    return place;
  }

  /** Returns a number, unsigned. */
  long number(String name) {
    return number(name, 0);
  }

  /** Returns an element of an array, unsigned. */
  long number(String name, int index) {
    Place place = place(name);
    int sizeBytes = place.type().sizeBytes(abi);
    int at = begin + place.offset() + index * sizeBytes;
    return switch (sizeBytes) {
      case 1 -> Byte.toUnsignedLong(bytes.get(at));
      case 2 -> Short.toUnsignedLong(bytes.getShort(at));
      case 4 -> Integer.toUnsignedLong(bytes.getInt(at));
      default -> bytes.getLong(at);
    };
  }

  /** Returns whether some of the bits {@code mask} are set in a number. */
  boolean flag(String name, long mask) {
    return (number(name) & mask) != 0;
  }

  /** Returns the width of a number. */
  int numberBytes(String name) {
    return place(name).type().sizeBytes(abi);
  }

  /** Returns how many elements an array has, or how many numbers a set of bits may have. */
  int count(String name) {
    return place(name).count();
  }

  /** Returns whether {@code number} is in a set of bits. */
  boolean hasBit(String name, int number) {
    int wordBits = 8 * abi.wordBytes();
    return number < count(name)
        && (number(name, number / wordBits) >>> (number % wordBits) & 1) != 0;
  }

  /** Returns how many words a set of bits has. */
  int wordCount(String name) {
    return place(name).type().sizeBytes(count(name), abi) / abi.wordBytes();
  }

  /** Returns a text up to its NUL; its chars are bytes. */
  String text(String name) {
    return text(name, 0, count(name));
  }

  /** Returns the text in {@code sizeBytes} bytes of a member from {@code offset} on. */
  String text(String name, int offset, int sizeBytes) {
    byte[] text = new byte[sizeBytes];
    bytes.get(begin + place(name).offset() + offset, text);
    int length = 0;
    while (length < text.length && text[length] != 0) {
      length++;
    }
    return new String(text, 0, length, ISO_8859_1);
  }

  /** Returns whether the lowest bits are the last ones of a struct's bit fields. */
  boolean isBigEndian() {
    return abi.byteOrder() == ByteOrder.BIG_ENDIAN;
  }

  /** Returns whether all bytes are 0, as in the record that ends a table. */
  boolean isZero() {
    for (int i = 0; i < layout.sizeBytes(); i++) {
      if (bytes.get(begin + i) != 0) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether all texts are printable and followed by NULs alone. */
  boolean hasSoundTexts() {
    for (Place place : layout.places().values()) {
      if (place.type() == Type.TEXT && !isSound(place)) {
        return false;
      }
    }
    return true;
  }

  private boolean isSound(Place text) {
    boolean ended = false;
    for (int i = 0; i < text.count(); i++) {
      byte b = bytes.get(begin + text.offset() + i);
      boolean fits = ended ? b == 0 : b == 0 || b >= ' ';
      if (!fits) {
        return false;
      }
      ended |= b == 0;
    }
    return true;
  }
}
