package org.moduletools.index;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * A walk over a node and all below it, by the bytes that lead to them. It meets each node twice:
 * when it enters it, before its children, and when it leaves it, behind them. It ends on a damaged
 * file too, whose references run in circles.
 */
final class IndexWalk {

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

  private final PagedFile file;
  private final long mostTextBytes;
  private final Deque<Step> path = new ArrayDeque<>();
  private final StringBuilder key;
  private int entered;
  private @Nullable Step current;
  private boolean leaving;

  /**
   * Begins a walk in {@code file}.
   *
   * @param keyBefore the key up to and with the byte that leads to {@code from}
   */
  IndexWalk(PagedFile file, IndexNode from, String keyBefore) throws IOException {
    this.file = file;
    mostTextBytes = file.textBytesRead() + 2L * file.sizeBytes();
    key = new StringBuilder(keyBefore);
    enter(from);
  }

  /**
   * Goes on to the next meeting; returns false if there is none. The first is that with the node
   * where the walk began.
   */
  boolean next() throws IOException {
    if (entered == 1 && current == null) {
      current = path.element();
      return true;
    }
    Step step = path.peek();
    if (step == null) {
      return false;
    }
    while (step.nextEdge <= step.node.lastEdge()) {
      int edge = step.nextEdge++;
      IndexNode child = step.node.child(edge);
      if (child != null) {
        key.setLength(step.keyEnd);
        key.append((char) edge);
        enter(child);
        current = path.element();
        leaving = false;
        return true;
      }
    }
    key.setLength(step.keyEnd);
    current = path.pop();
    leaving = true;
    return true;
  }

  private void enter(IndexNode node) throws IndexFormatException {
    boolean readTwice = file.textBytesRead() > mostTextBytes;
    if (++entered > file.sizeBytes() || readTwice || key.length() > file.sizeBytes()) {
      throw new IndexFormatException("references run in circles", file.sizeBytes());
    }
    key.append(node.prefix());
    path.push(new Step(node, key.length()));
  }

  /** Returns whether the walk leaves the node that it meets, rather than enters it. */
  boolean isLeaving() {
    return leaving;
  }

  IndexNode node() {
    if (current == null) {
      throw new IllegalStateException("next() comes first");
    }
    return current.node;
  }

  /** Returns the key of the node that is met. */
  String key() {
    return key.toString();
  }
}
