package org.moduletools.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node of an index that is being read. Its parts are read when they are asked for. */
final class IndexNode {

  /**
   * A value as it stands in the file.
   *
   * @param priority unsigned; smaller comes first
   */
  record Value(String text, int priority) {}

  private final PagedFile file;
  private final String prefix;

  /** The first and last byte that lead to children; first is greater if there are none. */
  private final int firstEdge;

  private final int lastEdge;
  private final int childrenAt;

  /** Where the values are counted, or 0 if there are none. */
  private final int valuesAt;

  private IndexNode(PagedFile file, int reference) throws IOException {
    this.file = file;
    int at = reference & IndexFormat.POSITION;
    boolean hasPrefix = (reference & IndexFormat.HAS_PREFIX) != 0;
    prefix = hasPrefix ? file.textAt(at) : "";
    at += hasPrefix ? prefix.length() + 1 : 0;
    if ((reference & IndexFormat.HAS_CHILDREN) != 0) {
      firstEdge = file.byteAt(at);
      lastEdge = file.byteAt(at + 1);
      if (firstEdge > lastEdge || lastEdge >= IndexFormat.EDGES) {
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
  }

  /**
   * Reads the node that {@code reference} leads to; null if it leads to none.
   *
   * @throws IndexFormatException if it leads out of the file, or the node does not fit in
   */
  static @Nullable IndexNode at(PagedFile file, int reference) throws IOException {
    int position = reference & IndexFormat.POSITION;
    if (reference == 0) {
      return null;
    }
    boolean isEmpty = reference == position;
    if (position < IndexFormat.HEADER_BYTES || position > file.sizeBytes() - (isEmpty ? 0 : 1)) {
      throw new IndexFormatException("reference to a node outside of the file", position);
    }
    return new IndexNode(file, reference);
  }

  String prefix() {
    return prefix;
  }

  int firstEdge() {
    return firstEdge;
  }

  int lastEdge() {
    return lastEdge;
  }

  /** Returns the child that the byte {@code edge} leads to, or null. */
  @Nullable IndexNode child(int edge) throws IOException {
    if (edge < firstEdge || edge > lastEdge) {
      return null;
    }
    return at(file, file.intAt(childrenAt + Integer.BYTES * (edge - firstEdge)));
  }

  boolean hasValues() {
    return valuesAt != 0;
  }

  /** Returns the values in the order of the file, which is that of their priorities. */
  List<Value> values() throws IOException {
    if (valuesAt == 0) {
      return List.of();
    }
    int count = file.intAt(valuesAt);
    int smallest = Integer.BYTES + 1;
    if (Integer.compareUnsigned(count, file.sizeBytes() / smallest) > 0) {
      throw new IndexFormatException("more values than fit into the file", valuesAt);
    }
    List<Value> values = new ArrayList<>();
    int at = valuesAt + Integer.BYTES;
    for (int i = 0; i < count; i++) {
      Value value = new Value(file.textAt(at + Integer.BYTES), file.intAt(at));
      values.add(value);
      at += Integer.BYTES + value.text().length() + 1;
    }
    return values;
  }
}
