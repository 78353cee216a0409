package org.moduletools.modulefile;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.stream.IntStream;
import org.moduletools.modulefile.ModuleSymbols.Need;

/**
 * What one module needs, by the numbers of these needs in a list that many modules share: most need
 * the same few thousand symbols. Who looks something up for each need does so once for a number.
 */
public final class NeedList extends AbstractList<Need> implements RandomAccess {

  private final List<Need> shared;
  private final int[] numbers;

  /**
   * Makes one of the needs that stand in {@code shared} at {@code numbers}. Neither is copied: the
   * list may grow, but what is in it must stay where it is.
   */
  public NeedList(List<Need> shared, int[] numbers) {
    this.shared = shared;
    this.numbers = numbers;
  }

  /** Makes one of {@code needs} that it shares with no other. */
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

  /** Returns the list in which {@link #number} counts; it is the same object for many modules. */
  public List<Need> shared() {
    return shared;
  }

  /** Returns where in {@link #shared} the need at {@code index} stands. */
  public int number(int index) {
    return numbers[index];
  }
}
