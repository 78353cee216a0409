package org.moduletools.devicetable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The declaration of a struct: its members in order. Where each of them stands follows from the
 * types, by the rules that C compilers share: a member begins at the next multiple of its
 * alignment, and the whole is as long as a multiple of the greatest alignment.
 *
 * <p>Made like the declaration is written: {@code new Struct().u16("vendor").word("driver_data")}.
 */
final class Struct {

  /** A member; {@code count} is 1 if it is no array. */
  private record Member(String name, Type type, int count) {}

  /**
   * Where a member stands.
   *
   * @param offset from the beginning of the struct
   * @param type of an element
   * @param count of elements
   */
  record Place(int offset, Type type, int count) {}

  /**
   * The struct on one machine.
   *
   * @param places by the names of the members, in their order
   * @param sizeBytes including padding at its end
   */
  record Layout(Map<String, Place> places, int sizeBytes) {}

  private final List<Member> members;

  /** Begins a declaration. */
  Struct() {
    this(List.of());
  }

  private Struct(List<Member> members) {
    this.members = List.copyOf(members);
  }

  /** Adds an array. */
  Struct array(Type type, String name, int count) {
    List<Member> more = new ArrayList<>(members);
    more.add(new Member(name, type, count));
    return new Struct(more);
  }

  /** Adds bytes. */
  Struct u8(String... names) {
    return each(Type.U8, names);
  }

  /** Adds numbers of 16 bits. */
  Struct u16(String... names) {
    return each(Type.U16, names);
  }

  /** Adds numbers of 32 bits. */
  Struct u32(String... names) {
    return each(Type.U32, names);
  }

  /** Adds a {@code kernel_ulong_t}, which is as wide as an address. */
  Struct word(String name) {
    return each(Type.WORD, name);
  }

  /** Adds a pointer. Its bytes are none: the loader puts the address there. */
  Struct pointer(String name) {
    return each(Type.WORD, name);
  }

  /** Adds a text in {@code sizeBytes} bytes. */
  Struct text(String name, int sizeBytes) {
    return array(Type.TEXT, name, sizeBytes);
  }

  /** Adds a set of the numbers from 0 to {@code max}, a bit each, in words. */
  Struct bits(String name, int max) {
    return array(Type.BIT, name, max + 1);
  }

  private Struct each(Type type, String... names) {
    Struct result = this;
    for (String name : names) {
      result = result.array(type, name, 1);
    }
    return result;
  }

  /** Returns where the members stand on a machine. */
  Layout on(Abi abi) {
    Map<String, Place> places = new LinkedHashMap<>();
    int end = 0;
    int alignment = 1;
    for (Member member : members) {
      int own = member.type().alignment(abi);
      int offset = multiple(end, own);
      places.put(member.name(), new Place(offset, member.type(), member.count()));
      end = offset + member.type().sizeBytes(member.count(), abi);
      alignment = Math.max(alignment, own);
    }
    return new Layout(places, multiple(end, alignment));
  }

  private static int multiple(int value, int of) {
    return (value + of - 1) / of * of;
  }
}
