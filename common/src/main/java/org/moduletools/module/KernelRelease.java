package org.moduletools.module;

import java.util.regex.Pattern;

/**
 * A kernel release such as {@code 6.1.0-21-amd64}, as {@code uname -r} prints it and as the folders
 * below {@code lib/modules} are named.
 *
 * @param value the release as text
 */
public record KernelRelease(String value) {

  /**
   * The beginning that sscanf's {@code %u.%u} accepts (kmod 34, tools/depmod.c: is_version_number).
   */
  private static final Pattern BEGINNING =
      Pattern.compile("\\s*[+-]?\\d+\\.\\s*[+-]?\\d+.*", Pattern.DOTALL);

  /**
   * Returns whether {@code text} begins as a release does, with two numbers and a dot between:
   * {@code 5.0abc} is one.
   */
  public static boolean isRelease(String text) {
    return BEGINNING.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
