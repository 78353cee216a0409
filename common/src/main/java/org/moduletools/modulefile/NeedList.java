package org.moduletools.modulefile;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.stream.IntStream;
import org.moduletools.modulefile.ModuleSymbols.Need;

/**
 * The needs of one module, as numbers in a list that many modules share: most need the same few
 * thousand symbols. So a look-up by need can be cached by number.
 */
public final class NeedList extends AbstractList<Need> implements RandomAccess {

  private final List<Need> shared;
  private final int[] numbers;

  /**
   * The needs in {@code shared} at {@code numbers}. Neither is copied: the list may grow, but its
   * elements must keep their positions.
   */
  public NeedList(List<Need> shared, int[] numbers) {
    this.shared = shared;
    this.numbers = numbers;
  }

  /** Returns a list of {@code needs} that is shared with no other. */
  public static NeedList of(List<Need> needs) {
    return new NeedList(List.copyOf(needs), IntStream.range(0, needs.size()).toArray());
  }

  @Override
  public Need get(int index) {
    return shared.get(numbers[index]);
  }

  @Override
  public int size() {
    return numbers.length;
  }

  /** Returns the list that {@link #number} refers to; it is the same object for many modules. */
  public List<Need> shared() {
    return shared;
  }

  /** Returns the position in {@link #shared} of the need at {@code index}. */
  public int number(int index) {
    return numbers[index];
  }
}
