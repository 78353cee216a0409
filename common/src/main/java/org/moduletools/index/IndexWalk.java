package org.moduletools.index;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * A walk over a node and all below it, by the bytes that lead to them. It meets each node twice:
 * when it enters it, before its children, and when it leaves it, behind them.
 *
 * <p>It ends on a damaged index too. In a sound one no two nodes share a byte, so a walk that has
 * passed more bytes than there are goes in circles, or again and again through the same nodes.
 */
final class IndexWalk {

  /**
   * How many times the size of an index all keys together may have. Keys share much, but a key
   * needs 13 bytes of its own, so this takes keys of some 3000 bytes on average.
   */
  static final int KEYS_PER_SIZE = 256;

  /** A node between entering and leaving; {@code keyEnd} is how long its key is. */
  private static final class Step {
    final IndexNode node;
    final int keyEnd;
    int nextEdge;

    Step(IndexNode node, int keyEnd) {
      this.node = node;
      this.keyEnd = keyEnd;
      this.nextEdge = node.firstEdge();
    }
  }

  private final Deque<Step> path = new ArrayDeque<>();
  private final StringBuilder key;
  private long bytesLeft;
  private long keyCharsLeft;
  private IndexNode met;
  private boolean begun;
  private boolean leaving;

  /**
   * Begins a walk.
   *
   * @param edge the byte that led to {@code from}, or nothing: where the keys are to begin
   */
  IndexWalk(IndexBytes bytes, IndexNode from, String edge) throws IOException {
    bytesLeft = bytes.sizeBytes();
    keyCharsLeft = (long) KEYS_PER_SIZE * bytes.sizeBytes();
    key = new StringBuilder(edge);
    met = from;
    enter(from);
  }

  /**
   * Goes on to the next meeting; returns false if there is none. The first is that with the node
   * where the walk began.
   */
  boolean next() throws IOException {
    if (!begun) {
      begun = true;
      return true;
    }
    Step step = path.peek();
    if (step == null) {
      return false;
    }
    key.setLength(step.keyEnd);
    IndexNode child = nextChild(step);
    leaving = child == null;
    if (child == null) {
      path.pop();
      met = step.node;
    } else {
      enter(child);
    }
    return true;
  }

  /** Returns the next child of {@code step}, its byte behind the key, or null if there is none. */
  private @Nullable IndexNode nextChild(Step step) throws IOException {
    while (step.nextEdge <= step.node.lastEdge()) {
      int edge = step.nextEdge++;
      IndexNode child = step.node.child(edge);
      if (child != null) {
        key.append((char) edge);
        return child;
      }
    }
    return null;
  }

  private void enter(IndexNode node) throws IOException {
    pass(Math.max(1, node.headBytes()));
    key.append(node.prefix());
    path.push(new Step(node, key.length()));
    met = node;
  }

  private void pass(int bytes) throws IndexFormatException {
    bytesLeft -= bytes;
    if (bytesLeft < 0) {
      throw new IndexFormatException("nodes overlap or run in circles", met.position());
    }
  }

  /** Returns whether the walk leaves the node that it meets, rather than enters it. */
  boolean isLeaving() {
    return leaving;
  }

  boolean hasValues() {
    return met.hasValues();
  }

  /** Shows the values of the node that is met, in their order. */
  void takeValues(IndexNode.ValueTaker taker) throws IOException {
    met.takeValues(value -> {
      pass(value.sizeBytes());
      taker.take(value);
    });
  }

  /** Returns the key of the node that is met. */
  String key() throws IndexFormatException {
    keyCharsLeft -= key.length();
    if (keyCharsLeft < 0) {
      throw new IndexFormatException("keys of an impossible length", met.position());
    }
    return key.toString();
  }
}
