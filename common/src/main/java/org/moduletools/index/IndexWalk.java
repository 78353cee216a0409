package org.moduletools.index;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Iterates over all keys of an index with their values, keys in the order of their bytes. It makes
 * no object for a key or value, since there can be tens of thousands.
 *
 * <p>It ends on a damaged index too. In a sound one no two nodes share a byte, so a walk over more
 * bytes than the file has is in a cycle, or visits the same nodes again and again.
 */
final class IndexWalk {

  /**
   * All keys together may have this many times the size of the index. Keys share prefixes, but each
   * needs 13 bytes of its own, so the limit allows keys of some 3000 bytes on average.
   */
  static final int KEYS_PER_SIZE = 256;

  /** Receives the values of keys. */
  @FunctionalInterface
  interface Taker {
    /** Receives one value: the first bytes of two arrays, which are reused for the next value. */
    void take(byte[] key, int keyBytes, byte[] value, int valueBytes) throws IOException;
  }

  /** A node on the path to the current one. */
  private static final class Step {
    final IndexNode node;
    int keyBytes;
    int nextEdge;

    Step(IndexBytes bytes) {
      node = new IndexNode(bytes);
    }
  }

  private final IndexBytes bytes;
  private final Taker taker;

  private @Nullable Step[] path = new Step[16];
  private int depth;

  private byte[] key = new byte[256];
  private int keyBytes;
  private byte[] value = new byte[64];

  private long bytesLeft;
  private long keyBytesLeft;

  private IndexWalk(IndexBytes bytes, Taker taker) {
    this.bytes = bytes;
    this.taker = taker;
    bytesLeft = bytes.sizeBytes();
    keyBytesLeft = (long) KEYS_PER_SIZE * bytes.sizeBytes();
  }

  /** Passes all entries below {@code reference}, which is not 0, to {@code taker}. */
  static void over(IndexBytes bytes, int reference, Taker taker) throws IOException {
    IndexWalk walk = new IndexWalk(bytes, taker);
    walk.enter(reference);
    while (walk.depth > 0) {
      walk.goOn(walk.stepAt(walk.depth - 1));
    }
  }

  private void goOn(Step step) throws IOException {
    while (step.nextEdge <= step.node.lastEdge()) {
      int edge = step.nextEdge++;
      int child = step.node.child(edge);
      if (child != 0) {
        keyBytes = step.keyBytes;
        key = withRoom(key, keyBytes + 1);
        key[keyBytes++] = (byte) edge;
        enter(child);
        return;
      }
    }
    depth--;
  }

  private void enter(int reference) throws IOException {
    Step step = stepAt(depth++);
    IndexNode node = step.node;
    node.moveTo(reference);
    pass(Math.max(1, node.headBytes()), node);
    key = withRoom(key, keyBytes + node.prefixBytes());
    bytes.copy(node.position(), node.prefixBytes(), key, keyBytes);
    keyBytes += node.prefixBytes();
    step.keyBytes = keyBytes;
    step.nextEdge = node.firstEdge();
    if (node.hasValues()) {
      keyBytesLeft -= keyBytes;
      if (keyBytesLeft < 0) {
        throw new IndexFormatException("keys of an impossible length", node.position());
      }
      takeValues(node);
    }
  }

  private void takeValues(IndexNode node) throws IOException {
    int at = node.firstValueAt();
    for (int left = node.count(); left > 0; left--) {
      bytes.intAt(at); // the priority, which has to exist
      int textAt = at + Integer.BYTES;
      int valueBytes = bytes.textBytesAt(textAt);
      int size = Integer.BYTES + valueBytes + 1;
      pass(size, node);
      value = withRoom(value, valueBytes);
      bytes.copy(textAt, valueBytes, value, 0);
      taker.take(key, keyBytes, value, valueBytes);
      at += size;
    }
  }

  private Step stepAt(int place) {
    if (place == path.length) {
      path = Arrays.copyOf(path, 2 * place);
    }
    Step step = path[place];
    if (step == null) {
      step = new Step(bytes);
      path[place] = step;
    }
    return step;
  }

  private void pass(int passed, IndexNode node) throws IndexFormatException {
    bytesLeft -= passed;
    if (bytesLeft < 0) {
      throw new IndexFormatException("nodes overlap or run in circles", node.position());
    }
  }

  private static byte[] withRoom(byte[] array, int needed) {
    return needed <= array.length
        ? array
        : Arrays.copyOf(array, Math.max(needed, 2 * array.length));
  }
}
