package org.moduletools.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moduletools.pattern.Fnmatch;

/**
 * The part of a look-up that compares patterns: all keys below a node, as far as they can match the
 * rest of a name.
 *
 * <p>Keys with a common prefix share the result of matching it. A node whose prefix matches nothing
 * is left out with all below it. Brackets and backslashes are rare: from the first of them on a key
 * is collected, and matched as a whole.
 *
 * <p>It ends on a damaged index too, as {@link IndexWalk} does.
 */
final class PatternSearch {

  private static final int NO_EDGE = -1;

  /**
   * The greatest size of {@link #sets} that is kept: a key of 4096 nodes against a name of 64 KiB.
   */
  private static final int MAX_WORDS = 1 << 22;

  /** A node on the path to the current one. */
  private static final class Step {
    final IndexNode node;

    /** The length of {@link #key} collected down to here; 0 if the positions suffice. */
    final int collected;

    int nextEdge;

    Step(IndexNode node, int collected) {
      this.node = node;
      this.collected = collected;
      this.nextEdge = node.firstEdge();
    }
  }

  private final IndexBytes bytes;
  private final String name;
  private final TextPositions positions;
  private final List<IndexNode.Value> found;

  private @Nullable Step[] path = new Step[16];
  private int depth;

  /**
   * The positions in the name where the prefix of a key can end: first for the empty prefix, then
   * for each step.
   */
  private long[] sets;

  private final StringBuilder key = new StringBuilder();
  private long bytesLeft;
  private long keyCharsLeft;

  /** Prepares a search for {@code name} that adds its results to {@code found}. */
  PatternSearch(IndexBytes bytes, String name, List<IndexNode.Value> found) {
    this.bytes = bytes;
    this.name = name;
    this.found = found;
    positions = new TextPositions(name);
    sets = new long[(path.length + 1) * positions.words()];
  }

  /**
   * Adds the values of keys that match {@code name} from {@code next} on, of each node after those
   * below it. A key is taken from {@code edge} on, the byte that leads to the node at reference
   * {@code from}.
   */
  void addMatches(int from, char edge, int next) throws IOException {
    search(from, edge, 0, next);
  }

  /** As the other; a key is taken without the first {@code skip} bytes of the node's prefix. */
  void addMatches(int from, int skip, int next) throws IOException {
    search(from, NO_EDGE, skip, next);
  }

  private void search(int from, int edge, int skip, int next) throws IOException {
    bytesLeft = bytes.sizeBytes();
    keyCharsLeft = (long) IndexWalk.KEYS_PER_SIZE * bytes.sizeBytes();
    positions.only(sets, 0, next);
    enter(from, edge, skip);
    while (depth > 0) {
      Step step = top();
      if (step.nextEdge <= step.node.lastEdge()) {
        int nextEdge = step.nextEdge++;
        int child = step.node.child(nextEdge);
        if (child != 0) {
          enter(child, nextEdge, 0);
        }
      } else {
        if (step.node.hasValues() && matches(step)) {
          step.node.takeValues(this::take);
        }
        depth--;
      }
    }
  }

  private Step top() {
    Step top = path[depth - 1];
    assert top != null;
    return top;
  }

  private void enter(int reference, int edge, int skip) throws IOException {
    IndexNode node = new IndexNode(bytes);
    node.moveTo(reference);
    pass(Math.max(1, node.headBytes()), node);
    makeRoom(node);
    int set = (depth + 1) * positions.words();
    System.arraycopy(sets, set - positions.words(), sets, set, positions.words());
    key.setLength(depth == 0 ? 0 : top().collected);
    if (edge != NO_EDGE) {
      goOver((char) edge, set);
    }
    for (int i = skip; i < node.prefixBytes() && !positions.isEmpty(sets, set); i++) {
      goOver(node.prefixAt(i), set);
    }
    if (!positions.isEmpty(sets, set)) {
      path[depth++] = new Step(node, key.length());
    }
  }

  private void goOver(char element, int set) {
    if (!key.isEmpty() || element == '[' || element == '\\') {
      key.append(element);
    } else {
      positions.advance(sets, set, element);
    }
  }

  private void makeRoom(IndexNode node) throws IndexFormatException {
    if (depth == path.length) {
      if (2L * depth * positions.words() > MAX_WORDS) {
        throw new IndexFormatException("keys of an impossible length", node.position());
      }
      path = Arrays.copyOf(path, 2 * depth);
      sets = Arrays.copyOf(sets, (path.length + 1) * positions.words());
    }
  }

  private boolean matches(Step step) throws IndexFormatException {
    int set = depth * positions.words();
    if (step.collected == 0) {
      return positions.contains(sets, set, name.length());
    }
    String rest = key.substring(0, step.collected);
    for (int p = 0; p <= name.length(); p++) {
      if (positions.contains(sets, set, p)) {
        keyCharsLeft -= rest.length();
        if (keyCharsLeft < 0) {
          throw new IndexFormatException("keys of an impossible length", step.node.position());
        }
        if (Fnmatch.matches(rest, name.substring(p))) {
          return true;
        }
      }
    }
    return false;
  }

  private void take(IndexNode.Value value) throws IndexFormatException {
    pass(value.sizeBytes(), top().node);
    found.add(value);
  }

  private void pass(int passed, IndexNode node) throws IndexFormatException {
    bytesLeft -= passed;
    if (bytesLeft < 0) {
      throw new IndexFormatException("nodes overlap or run in circles", node.position());
    }
  }
}
