package org.moduletools.depmod;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.moduletools.kernel.FakeTime;

class ProgressTest {

  private final FakeTime time = new FakeTime();
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final PrintStream terminal = new PrintStream(written, true, ISO_8859_1);

  @Test
  void showsNothingWithinTheFirstSecond() {
    Progress progress = new Progress(terminal, time, true);

    progress.begin(3);
    time.sleep(Duration.ofMillis(999));
    progress.step();
    progress.end();

    assertThat(written.toString(ISO_8859_1)).isEmpty();
  }

  @Test
  void rewritesOneLineAndErasesItAtTheEnd() {
    Progress progress = new Progress(terminal, time, true);

    progress.begin(4);
    progress.step();
    time.sleep(Duration.ofSeconds(1));
    progress.step();
    progress.step(); // too soon after the last to be shown
    time.sleep(Duration.ofMillis(100));
    progress.step();
    progress.end();

    assertThat(written.toString(ISO_8859_1))
        .isEqualTo("\r\033[Kdepmod: 2 of 4 modules\r\033[Kdepmod: 4 of 4 modules\r\033[K");
  }

  @Test
  void showsNothingWhereNobodyLooks() {
    Progress progress = new Progress(terminal, time, false);

    progress.begin(1);
    time.sleep(Duration.ofSeconds(2));
    progress.step();
    progress.end();

    assertThat(written.toString(ISO_8859_1)).isEmpty();
  }
}
