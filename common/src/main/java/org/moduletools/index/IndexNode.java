package org.moduletools.index;

import java.io.IOException;
import java.util.Optional;

/**
 * A node of an index that is being read. Children and values are read on demand. A node of zero
 * bytes, as a power cut leaves it, is damaged. A walk moves one object on from node to node.
 */
final class IndexNode {

  /**
   * A value in the file.
   *
   * @param priority unsigned; smaller comes first
   */
  record Value(String text, int priority) {

    /** Returns its size in the file. */
    int sizeBytes() {
      return Integer.BYTES + text.length() + 1;
    }
  }

  /** Receives the values of a node. */
  @FunctionalInterface
  interface ValueTaker {
    /** Receives one value. */
    void take(Value value) throws IOException;
  }

  private final IndexBytes bytes;

  /** The length of the prefix, with which the node begins. */
  private int prefixBytes;

  /** The first and last byte that lead to children; first is greater if there are none. */
  private int firstEdge;

  private int lastEdge;
  private int childrenAt;

  /** The position of the number of values, or 0 if there are none. */
  private int valuesAt;

  private int position;
  private int headBytes;

  /** It has to be moved to a node before anything else. */
  IndexNode(IndexBytes bytes) {
    this.bytes = bytes;
  }

  /**
   * Moves to the node at {@code reference}, which is not 0.
   *
   * @throws IndexFormatException if it is beyond the end of the file, or the node is
   */
  void moveTo(int reference) throws IOException {
    position = reference & IndexFormat.POSITION;
    int at = position;
    if (at < IndexFormat.HEADER_BYTES || at > bytes.sizeBytes()) {
      throw new IndexFormatException("reference to a node outside of the index", at);
    }
    boolean hasPrefix = (reference & IndexFormat.HAS_PREFIX) != 0;
    prefixBytes = hasPrefix ? bytes.textBytesAt(at) : 0;
    if (hasPrefix && prefixBytes == 0) {
      throw new IndexFormatException("node with an empty prefix", at);
    }
    at += hasPrefix ? prefixBytes + 1 : 0;
    if ((reference & IndexFormat.HAS_CHILDREN) != 0) {
      firstEdge = bytes.byteAt(at);
      lastEdge = bytes.byteAt(at + 1);
      if (firstEdge == 0 || firstEdge > lastEdge || lastEdge >= IndexFormat.EDGES) {
        throw new IndexFormatException("node with an impossible range of children", at);
      }
      childrenAt = at + 2;
      at = childrenAt + Integer.BYTES * (lastEdge - firstEdge + 1);
    } else {
      firstEdge = 1;
      lastEdge = 0;
      childrenAt = 0;
    }
    valuesAt = (reference & IndexFormat.HAS_VALUES) != 0 ? at : 0;
    headBytes = at - position;
  }

  int prefixBytes() {
    return prefixBytes;
  }

  /** Returns a byte of the prefix, unsigned. */
  char prefixAt(int index) throws IOException {
    return (char) bytes.byteAt(position + index);
  }

  int firstEdge() {
    return firstEdge;
  }

  int lastEdge() {
    return lastEdge;
  }

  /** Returns its position in the file. */
  int position() {
    return position;
  }

  /** Returns the size of prefix and children's references in the file. */
  int headBytes() {
    return headBytes;
  }

  /** Returns the reference to the child at the byte {@code edge}; 0 if there is none. */
  int child(int edge) throws IOException {
    return edge < firstEdge || edge > lastEdge
        ? 0
        : bytes.intAt(childrenAt + Integer.BYTES * (edge - firstEdge));
  }

  boolean hasValues() {
    return valuesAt != 0;
  }

  /** Returns the first value, if there is one. */
  Optional<Value> firstValue() throws IOException {
    return count() == 0 ? Optional.empty() : Optional.of(valueAt(firstValueAt()));
  }

  /**
   * Passes the values to {@code taker} in the order of the file, which is that of their priorities.
   */
  void takeValues(ValueTaker taker) throws IOException {
    int count = count();
    int at = firstValueAt();
    for (int i = 0; i < count; i++) {
      Value value = valueAt(at);
      taker.take(value);
      at += value.sizeBytes();
    }
  }

  /** Returns the position of the first value, if there is one: its priority, then its text. */
  int firstValueAt() {
    return valuesAt + Integer.BYTES;
  }

  /** Returns the number of values. */
  int count() throws IOException {
    if (valuesAt == 0) {
      return 0;
    }
    int count = bytes.intAt(valuesAt);
    if (count == 0) {
      throw new IndexFormatException("node with values that has none", valuesAt);
    }
    if (Integer.compareUnsigned(count, bytes.sizeBytes() / (Integer.BYTES + 1)) > 0) {
      throw new IndexFormatException("more values than fit into the index", valuesAt);
    }
    return count;
  }

  private Value valueAt(int at) throws IOException {
    int priority = bytes.intAt(at);
    int textAt = at + Integer.BYTES;
    return new Value(bytes.textAt(textAt, bytes.textBytesAt(textAt)), priority);
  }
}
