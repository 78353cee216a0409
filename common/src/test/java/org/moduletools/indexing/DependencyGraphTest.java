package org.moduletools.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.moduletools.index.IndexSizeException;

class DependencyGraphTest {

  private static final int A = 0;
  private static final int B = 1;
  private static final int C = 2;
  private static final int D = 3;
  private static final int E = 4;

  @Test
  void listsUsersBeforeWhatTheyUse() throws IndexSizeException {
    // The tree of module-init-tools 3.16, tests/test-depmod/07.
    int[][] direct = {{B, C, D}, {E}, {B, E}, {B}, {}};

    int[][] all = new DependencyGraph(direct).allNeeds();

    assertThat(all).isDeepEqualTo(new int[][] {{D, C, B, E}, {E}, {B, E}, {B, E}, {}});
  }

  @Test
  void ranksTheLastOfSeveralNeedsFirst() throws IndexSizeException {
    int[][] direct = {{B, C, D}, {}, {}, {}};

    int[][] all = new DependencyGraph(direct).allNeeds();

    assertThat(all[A]).containsExactly(D, C, B);
  }

  @Test
  void ranksTheLastOfSeveralRootsFirst() throws IndexSizeException {
    int[][] direct = {{C, D}, {D}, {}, {}};

    int[][] all = new DependencyGraph(direct).allNeeds();

    // B is ranked first but D still has a user; A frees C, then D, and D is on top.
    assertThat(all[A]).containsExactly(D, C);
  }

  @Test
  void hasNoCycleWhereAModuleIsNeededOnSeveralWays() {
    int[][] direct = {{B, C}, {D}, {D}, {}};

    assertThat(new DependencyGraph(direct).hasCycles()).isFalse();
  }

  @Test
  void goesAsDeepAsModulesNeedEachOther() throws IndexSizeException {
    int[][] all = new DependencyGraph(chain(3_000)).allNeeds();

    assertThat(all[2_999]).hasSize(2_999).startsWith(2_998, 2_997).endsWith(1, 0);
  }

  @Test
  void saysSoIfThereAreMoreNeedsThanAnIndexCanList() {
    DependencyGraph graph = new DependencyGraph(chain(20_000));

    assertThatThrownBy(graph::allNeeds)
        .isInstanceOf(IndexSizeException.class)
        .hasMessage("an index can have no more than 268435455 bytes");
  }

  /** Each needs the one before. */
  private static int[][] chain(int length) {
    int[][] direct = new int[length][];
    for (int i = 0; i < length; i++) {
      direct[i] = i == 0 ? new int[0] : new int[] {i - 1};
    }
    return direct;
  }

  @Test
  void findsAllThatLeadIntoACycleHoweverFar() {
    int[][] direct = chain(20_000);
    direct[1] = new int[] {0, 2}; // 1 and 2 need each other
    DependencyGraph graph = new DependencyGraph(direct);

    assertThat(graph.hasCycles()).isTrue();
    assertThat(graph.leadingIntoCycles().stream()).hasSize(19_999).doesNotContain(0);
    assertThat(graph.cycles().chains()).containsExactly(List.of(1, 2, 1));
  }

  @Test
  void findsACycleOfAllModules() {
    int[][] direct = chain(20_000);
    direct[0] = new int[] {19_999};
    DependencyGraph graph = new DependencyGraph(direct);

    assertThat(graph.leadingIntoCycles().cardinality()).isEqualTo(20_000);
    assertThat(graph.cycles().chains()).hasSize(1);
    assertThat(graph.cycles().moduleCount()).isEqualTo(20_000);
  }

  @Test
  void hasACycleWhereAModuleNeedsItself() {
    int[][] direct = {{A}};

    assertThat(new DependencyGraph(direct).hasCycles()).isTrue();
  }
}
