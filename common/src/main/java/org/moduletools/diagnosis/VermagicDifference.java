package org.moduletools.diagnosis;

import java.util.Optional;

/**
 * A module's version magic that the kernel refuses.
 *
 * @param modules the module's
 * @param kernels the kernel's, as far as it is known
 * @param modulesWord the first word of the module's that differs; empty if it has too few
 * @param kernelsWord what the kernel's has in its place; empty if it has no more
 */
public record VermagicDifference(
    String modules, String kernels, String modulesWord, String kernelsWord) implements Cause {

  /**
   * Compares the two as the kernel does (kernel/module/main.c: same_magic).
   *
   * @param hasVersions whether the module states the versions of symbols: then the release, the
   *     first word, does not count
   */
  public static Optional<VermagicDifference> between(
      String modules, KernelVermagic kernel, boolean hasVersions) {
    String[] its = modules.strip().split(" +", -1);
    String[] wanted = kernel.text().strip().split(" +", -1);
    int compared = kernel.isWhole() ? Math.max(its.length, wanted.length) : wanted.length;
    for (int i = hasVersions ? 1 : 0; i < compared; i++) {
      String word = i < its.length ? its[i] : "";
      String wantedWord = i < wanted.length ? wanted[i] : "";
      if (!word.equals(wantedWord)) {
        return Optional.of(new VermagicDifference(modules, kernel.text(), word, wantedWord));
      }
    }
    return Optional.empty();
  }

  @Override
  public String inWords() {
    return "it was built for '" + modules.strip() + "', this kernel is '" + kernels.strip()
        + "'; the first difference is " + quoted(modulesWord) + " in place of "
        + quoted(kernelsWord);
  }

  private static String quoted(String word) {
    return word.isEmpty() ? "nothing" : "'" + word + "'";
  }
}
