package org.moduletools.diagnosis;

import java.nio.file.Path;
import java.util.List;
import org.moduletools.module.KernelRelease;

/**
 * A folder {@code lib/modules/RELEASE} that is not there.
 *
 * @param folder it, as the user spells it
 * @param isRunning whether it is that of the kernel that runs
 * @param present the releases that are there, sorted by name
 */
public record MissingRelease(String folder, boolean isRunning, List<String> present)
    implements Cause {

  /** How many releases are named. */
  private static final int NAMED = 5;

  /** Copies {@code present}. */
  public MissingRelease {
    present = List.copyOf(present);
  }

  /** Looks at what lies beside {@code path}, which is spelled {@code folder} to the user. */
  public static MissingRelease of(Path path, String folder, KernelRelease running) {
    Path parent = path.getParent();
    return new MissingRelease(
        folder,
        String.valueOf(path.getFileName()).equals(running.value()),
        parent == null ? List.of() : Releases.in(parent));
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
