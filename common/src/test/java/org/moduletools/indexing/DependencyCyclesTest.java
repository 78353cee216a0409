package org.moduletools.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The chains were seen from kmod 34.2, where it ends; its module order is hash order. */
class DependencyCyclesTest {

  private static final int A = 0;
  private static final int B = 1;
  private static final int C = 2;
  private static final int D = 3;

  @Test
  void reportsAModuleThatNeedsItself() {
    int[][] direct = {{A}};

    DependencyCycles cycles = new DependencyCycles(direct, List.of(A));

    assertThat(cycles.chains()).containsExactly(List.of(A, A));
    assertThat(cycles.moduleCount()).isEqualTo(1);
  }

  @Test
  void leavesOutWhatAModuleInACycleNeeds() {
    int[][] direct = {{B}, {A, C}, {}};

    DependencyCycles cycles = new DependencyCycles(direct, List.of(A, B, C));

    assertThat(cycles.chains()).containsExactly(List.of(A, B, A));
    assertThat(cycles.moduleCount()).isEqualTo(2);
  }

  @Test
  void goesOnBehindTheModuleThatItReportedLast() {
    int[][] direct = {{B}, {A}, {D}, {C}};

    DependencyCycles cycles = new DependencyCycles(direct, List.of(C, B, D, A));

    // With D gone from the ring of starts, A is the next.
    assertThat(cycles.chains()).containsExactly(List.of(C, D, C), List.of(A, B, A));
    assertThat(cycles.moduleCount()).isEqualTo(4);
  }

  @Test
  void reportsEachWayBackTheLastNeedFirst() {
    // c -> a, a -> b and c, b -> c
    int[][] direct = {{B, C}, {C}, {A}};

    DependencyCycles cycles = new DependencyCycles(direct, List.of(C, B, A));

    assertThat(cycles.chains()).containsExactly(List.of(C, A, C), List.of(C, A, B, C));
    assertThat(cycles.moduleCount()).isEqualTo(3);
  }

  @Test
  void reportsTwoWaysThatMeetAgain() {
    // c -> x and y, x -> z, y -> z, z -> c
    int x = A;
    int y = B;
    int z = D;
    int[][] direct = {{z}, {z}, {x, y}, {C}};

    DependencyCycles cycles = new DependencyCycles(direct, List.of(z, C, x, y));

    assertThat(cycles.chains()).containsExactly(List.of(z, C, y, z), List.of(z, C, x, z));
    assertThat(cycles.moduleCount()).isEqualTo(4);
  }

  @Test
  void endsWhereAChainLeadsIntoAnotherCycle() {
    // a and b need each other, and so do a and c: kmod 34 never ends from c.
    int[][] direct = {{B, C}, {A}, {A}};

    DependencyCycles cycles = new DependencyCycles(direct, List.of(C, B, A));

    assertThat(cycles.chains()).containsExactly(List.of(C, A, C), List.of(B, A, B));
    assertThat(cycles.moduleCount()).isEqualTo(3);
  }

  @Test
  void endsWhereEverybodyNeedsEverybody() {
    int size = 60;
    int[] everybody = IntStream.range(0, size).toArray();
    int[][] direct = new int[size][];
    Arrays.fill(direct, everybody);

    DependencyCycles cycles =
        new DependencyCycles(direct, IntStream.range(0, size).boxed().toList());

    assertThat(cycles.moduleCount()).isEqualTo(size);
    assertThat(cycles.chains()).hasSizeLessThan(10_000);
  }
}
