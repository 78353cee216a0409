package org.moduletools.modprobe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.moduletools.modprobe.Schedule.Skipped;
import org.moduletools.module.ModuleName;
import org.moduletools.tree.LoadPlan;
import org.moduletools.tree.LoadPlan.Item;
import org.moduletools.tree.LoadStep;
import org.moduletools.tree.ResolvedModule;

/** Which item of a plan may begin when. */
class ScheduleTest {

  private final List<Item> items = new ArrayList<>();

  private void item(List<Integer> needs, List<Integer> after, List<Integer> follows) {
    ResolvedModule module = ResolvedModule.named(new ModuleName("m" + items.size()));
    items.add(new Item(new LoadStep(module, "", true, true), true, needs, after, follows));
  }

  private Schedule schedule(Integer... commands) {
    return new Schedule(new LoadPlan(items, List.of()), Set.of(commands));
  }

  private static List<Integer> all(Schedule schedule) {
    List<Integer> begun = new ArrayList<>();
    for (OptionalInt item = schedule.next(); item.isPresent(); item = schedule.next()) {
      begun.add(item.getAsInt());
    }
    return begun;
  }

  @Test
  void beginsAllThatNothingStandsBefore() {
    item(List.of(), List.of(), List.of());
    item(List.of(0), List.of(), List.of());
    item(List.of(), List.of(), List.of());
    item(List.of(0, 2), List.of(), List.of());
    Schedule schedule = schedule();

    assertThat(all(schedule)).containsExactly(0, 2);
    assertThat(schedule.end(2, true)).isEmpty();
    assertThat(all(schedule)).isEmpty();
    assertThat(schedule.end(0, true)).isEmpty();
    assertThat(all(schedule)).containsExactly(1, 3);
    schedule.end(1, true);
    assertThat(schedule.isOver()).isFalse();
    schedule.end(3, false);
    assertThat(schedule.isOver()).isTrue();
  }

  @Test
  void skipsAllThatNeedsWhatFailed() {
    item(List.of(), List.of(), List.of());
    item(List.of(0), List.of(), List.of());
    item(List.of(1), List.of(), List.of());
    item(List.of(), List.of(0), List.of());
    Schedule schedule = schedule();
    all(schedule);

    assertThat(schedule.end(0, false)).containsExactly(new Skipped(1, 0), new Skipped(2, 1));
    assertThat(all(schedule)).containsExactly(3);
  }

  @Test
  void skipsWhatOnlyFollowsWhatFailed() {
    item(List.of(), List.of(), List.of());
    item(List.of(), List.of(), List.of());
    item(List.of(), List.of(), List.of(0));
    item(List.of(), List.of(), List.of(0, 1));
    Schedule schedule = schedule();
    all(schedule);

    assertThat(schedule.end(0, false)).containsExactly(new Skipped(2, 0));
    schedule.end(1, true);
    assertThat(all(schedule)).containsExactly(3);
  }

  @Test
  void beginsACommandOnceNothingElseIsLeftToDo() {
    item(List.of(), List.of(), List.of());
    item(List.of(), List.of(), List.of());
    item(List.of(0), List.of(), List.of());
    item(List.of(1), List.of(), List.of());
    Schedule schedule = schedule(0);

    assertThat(all(schedule)).containsExactly(1);
    schedule.end(1, true);
    assertThat(all(schedule)).containsExactly(3);
    schedule.end(3, true);
    assertThat(all(schedule)).containsExactly(0);
  }

  @Test
  void beginsNothingBesideACommand() {
    item(List.of(), List.of(), List.of());
    item(List.of(), List.of(), List.of());
    item(List.of(1), List.of(), List.of());
    Schedule schedule = schedule(0, 1);

    assertThat(all(schedule)).containsExactly(0);
    schedule.end(0, true);
    assertThat(all(schedule)).containsExactly(1);
    assertThat(schedule.isIdle()).isFalse();
    schedule.end(1, true);
    assertThat(all(schedule)).containsExactly(2);
  }
}
