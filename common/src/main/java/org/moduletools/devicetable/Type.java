package org.moduletools.devicetable;

/** What the C types in device tables come down to. */
enum Type {
  /** {@code __u8}, or {@code char} that is no text. */
  U8(1),
  /** {@code __u16}. */
  U16(2),
  /** {@code __u32}. */
  U32(4),
  /** {@code kernel_ulong_t}, or a pointer. */
  WORD(0),
  /** The same, marked as aligned to its size. */
  ALIGNED_WORD(0),
  /** One bit of an array of {@code kernel_ulong_t} that is a set of numbers. */
  BIT(0),
  /** {@code char} of a text that ends in NUL, or with its field. */
  TEXT(1);

  private final int sizeBytes;

  Type(int sizeBytes) {
    this.sizeBytes = sizeBytes;
  }

  /** Returns the size of an element, or of the unit that bits are kept in. */
  int sizeBytes(Abi abi) {
    return sizeBytes == 0 ? abi.wordBytes() : sizeBytes;
  }

  int alignment(Abi abi) {
    return this == ALIGNED_WORD ? abi.wordBytes() : Math.min(sizeBytes(abi), abi.maxAlignment());
  }

  /** Returns the size of {@code count} elements. */
  int sizeBytes(int count, Abi abi) {
    int units = this == BIT ? (count + 8 * abi.wordBytes() - 1) / (8 * abi.wordBytes()) : count;
    return units * sizeBytes(abi);
  }
}
