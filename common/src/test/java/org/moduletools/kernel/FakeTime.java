package org.moduletools.kernel;

import java.time.Duration;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Time that passes only while somebody sleeps; what was planned happens when its moment comes. */
public final class FakeTime implements TimeSource {

  private final SortedMap<Duration, Runnable> plan = new TreeMap<>();
  private Duration now = Duration.ZERO;

  /** Lets {@code event} happen at {@code moment}; one event for each moment. */
  public void at(Duration moment, Runnable event) {
    plan.put(moment, event);
  }

  @Override
  public Duration now() {
    return now;
  }

  @Override
  public void sleep(Duration time) {
    if (time.isNegative() || time.isZero()) {
      throw new AssertionError("a wait without end: asked to sleep " + time);
    }
    now = now.plus(time);
    while (!plan.isEmpty() && plan.firstKey().compareTo(now) <= 0) {
      Objects.requireNonNull(plan.remove(plan.firstKey())).run();
    }
  }
}
