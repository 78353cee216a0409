package org.moduletools.kernel;

import java.time.Duration;
import java.util.List;

/** Writes down what it hears, with the tenth of a second in which a wait was told. */
record HearingListener(TimeSource time, List<String> heard) implements LockListener {

  @Override
  public void waitingFor(List<LockHolder> holders, Duration longest) {
    heard.add(time.now().toMillis() / 100 * 100 + " ms: waiting for " + holders + " for "
        + longest.toSeconds() + " s");
  }

  @Override
  public void passingBy(List<LockHolder> holders) {
    heard.add("passing by " + holders);
  }

  @Override
  public void unavailable(String reason) {
    heard.add("unavailable: " + reason);
  }
}
