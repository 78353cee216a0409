package org.moduletools.depmod;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DependencyGraphTest {

  private static final int A = 0;
  private static final int B = 1;
  private static final int C = 2;
  private static final int D = 3;
  private static final int E = 4;

  @Test
  void listsUsersBeforeWhatTheyUse() {
    // The tree of module-init-tools 3.16, tests/test-depmod/07.
    int[][] direct = {{B, C, D}, {E}, {B, E}, {B}, {}};

    int[][] all = new DependencyGraph(direct).allNeeds();

    assertThat(all).isDeepEqualTo(new int[][] {{D, C, B, E}, {E}, {B, E}, {B, E}, {}});
  }

  @Test
  void ranksTheLastOfSeveralNeedsFirst() {
    int[][] direct = {{B, C, D}, {}, {}, {}};

    int[][] all = new DependencyGraph(direct).allNeeds();

    assertThat(all[A]).containsExactly(D, C, B);
  }

  @Test
  void ranksTheLastOfSeveralRootsFirst() {
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
  void hasACycleWhereAModuleNeedsItself() {
    int[][] direct = {{A}};

    assertThat(new DependencyGraph(direct).hasCycles()).isTrue();
  }
}
