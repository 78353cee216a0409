package org.moduletools.modulefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.moduletools.modulefile.ModuleSymbols.Need;

class NeedListTest {

  private static final Need A = new Need("a", 1, false);
  private static final Need B = new Need("b", 0, true);

  @Test
  void isTheListOfWhatItsNumbersMean() {
    NeedList needs = new NeedList(List.of(A, B), new int[] {1, 0, 1});

    assertThat(needs).containsExactly(B, A, B).isEqualTo(List.of(B, A, B));
    assertThat(needs.number(0)).isEqualTo(1);
  }

  @Test
  void staysTheSameWhileTheSharedListGrows() {
    List<Need> shared = new ArrayList<>(List.of(A));
    NeedList needs = new NeedList(shared, new int[] {0});

    shared.add(B);

    assertThat(needs).containsExactly(A);
  }

  @Test
  void canBeMadeOfNeedsAlone() {
    NeedList needs = NeedList.of(List.of(A, B, A));

    assertThat(needs).containsExactly(A, B, A);
    assertThat(needs.shared().get(needs.number(2))).isEqualTo(A);
  }
}
