package org.moduletools.modprobe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.moduletools.kernel.FakeTime;
import org.moduletools.kernel.RemoveFlag;
import org.moduletools.module.ModuleName;
import org.moduletools.tree.LoadPlan;
import org.moduletools.tree.LoadPlan.Item;
import org.moduletools.tree.LoadStep;
import org.moduletools.tree.ResolvedModule;

/** The lock around the items of a plan, in one thread. */
class PlanWalkTest {

  private final FakeTime time = new FakeTime();
  private final List<Item> items = new ArrayList<>();
  private final List<String> calls = new ArrayList<>();

  /** Writes down when the lock is taken and given back. */
  private final Effects lock = new Effects() {
    @Override
    public void hold() {
      calls.add("hold");
    }

    @Override
    public void release() {
      calls.add("release");
    }

    @Override
    public void load(Path file, String parameters, boolean isNamed) {}

    @Override
    public void remove(ModuleName module, Set<RemoveFlag> flags) {}

    @Override
    public int run(String command, ModuleName module) {
      return 0;
    }

    @Override
    public Effects reportingTo(Consumer<String> warnings) {
      return this;
    }
  };

  private void item(Integer... needs) {
    ResolvedModule module = ResolvedModule.named(new ModuleName("m" + items.size()));
    LoadStep step = new LoadStep(module, "", true, true);
    items.add(new Item(step, true, List.of(needs), List.of(), List.of()));
  }

  private PlanWalk walk(PlanWalk.Work work) {
    LoadPlan plan = new LoadPlan(items, List.of());
    return new PlanWalk(plan, new Schedule(plan, Set.of()), work, lock, time);
  }

  /** Does each item by {@code load}. */
  private PlanWalk.Work work(Runnable load) {
    return new PlanWalk.Work() {
      @Override
      public boolean isCommand(int item) {
        return false;
      }

      @Override
      public ItemOutcome take(int item, boolean needsMayBeGone) {
        calls.add(item + (needsMayBeGone ? " and its needs" : ""));
        load.run();
        return new ItemOutcome.Loaded(List.of());
      }
    };
  }

  @Test
  void givesTheLockBackOnceItWasHeldForASecond() {
    item();
    item();
    item(0);
    item(2);
    PlanWalk walk = walk(work(() -> time.sleep(PlanWalk.LONGEST_HOLD.dividedBy(2))));

    walk.run();

    assertThat(calls)
        .containsExactly("hold", "0", "1", "release", "hold", "2 and its needs", "3", "release");
  }

  @Test
  void holdsTheLockOnceForWhatIsQuick() {
    item();
    item(0);

    walk(work(() -> {})).run();

    assertThat(calls).containsExactly("hold", "0", "1", "release");
  }

  @Test
  void throwsWhatAThreadHasThrownWhereTheOutcomeIsAskedFor() {
    item();
    PlanWalk walk = walk(work(() -> {
      throw new IllegalStateException("as foreseen");
    }));

    walk.run();

    assertThatThrownBy(() -> walk.outcome(0)).hasMessage("as foreseen");
    walk.close();
    assertThat(calls).containsExactly("hold", "0", "release");
  }

  @Test
  void throwsAnErrorToo() {
    item();
    PlanWalk walk = walk(work(() -> {
      throw new OutOfMemoryError("as foreseen");
    }));

    walk.run();

    assertThatThrownBy(() -> walk.outcome(0)).isInstanceOf(OutOfMemoryError.class);
  }
}
