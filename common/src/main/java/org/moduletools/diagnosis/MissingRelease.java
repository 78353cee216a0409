package org.moduletools.diagnosis;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.moduletools.files.SystemRoot;
import org.moduletools.module.KernelRelease;

/**
 * A missing folder {@code lib/modules/RELEASE}.
 *
 * @param folder the folder in the user's spelling
 * @param isRunning whether it is the running kernel's
 * @param present the existing releases, sorted by name
 */
public record MissingRelease(String folder, boolean isRunning, List<String> present)
    implements Cause {

  /** How many releases are named. */
  private static final int NAMED = 5;

  /** Copies {@code present}. */
  public MissingRelease {
    present = List.copyOf(present);
  }

  /**
   * Returns why there is nothing at {@code path}, which is spelled {@code folder} to the user: this
   * user may not look, not even the folder is there that holds {@code lib}, the kernel that runs
   * has no modules, or else what lies beside it.
   */
  public static Cause of(Path path, String folder, KernelRelease running) {
    Path parent = path.getParent();
    Optional<ClosedFolder> closed = Optional.ofNullable(parent).flatMap(ClosedFolder::onTheWayTo);
    if (closed.isPresent()) {
      return closed.get();
    }
    Optional<MissingBase> base = MissingBase.above(path, folder);
    if (base.isPresent()) {
      return base.get();
    }
    boolean isRunning = isOfSystem(folder, running);
    if (isRunning
        && KernelStop.ofAll(path.resolve("../../..").normalize()).contains(KernelStop.NO_MODULES)) {
      return KernelStop.NO_MODULES;
    }
    return new MissingRelease(
        folder, isRunning, parent == null ? List.of() : Releases.in(parent, SystemRoot.MACHINE));
  }

  /** Returns whether the kernel that runs has its modules in {@code folder}. */
  static boolean isOfSystem(String folder, KernelRelease running) {
    return folder.equals("/lib/modules/" + running.value());
  }

  @Override
  public String inWords() {
    String there = present.isEmpty()
        ? "no other release has one"
        : (present.size() == 1 ? "there is " : "there are ") + Sentence.allOf(present, NAMED);
    String advice = isRunning
        ? "; this kernel runs without its modules: if it was upgraded, reboot"
        : present.isEmpty() ? "" : "; name one that is there";
    return folder + " is missing; " + there + advice;
  }
}
