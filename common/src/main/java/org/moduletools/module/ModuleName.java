package org.moduletools.module;

import org.jspecify.annotations.Nullable;

/**
 * A module's canonical name, as the kernel spells it: {@code snd_hda_intel}, never
 * {@code snd-hda-intel}.
 *
 * @param value the name, with each {@code -} already replaced by {@code _}
 */
public record ModuleName(String value) implements Comparable<ModuleName> {

  /**
   * Normalises {@code value}: each {@code -} becomes {@code _} (kmod 34, shared/util.c:
   * modname_normalize).
   */
  public ModuleName {
    value = value.replace('-', '_');
  }

  /**
   * Returns the name of the module in the file {@code path}: its last component, cut at the first
   * dot. So {@code a.b-c.ko} holds module {@code a} (kmod 34, shared/util.c: path_to_modname).
   */
  public static ModuleName ofPath(String path) {
    int begin = path.lastIndexOf('/') + 1;
    int dot = path.indexOf('.', begin);
    return new ModuleName(path.substring(begin, dot < 0 ? path.length() : dot));
  }

  /** Orders by the bytes of the names, as strcmp does for the 7-bit names that modules have. */
  @Override
  public int compareTo(ModuleName other) {
    return value.compareTo(other.value);
  }

  // Written out: names are looked up often, and a native executable interprets what the compiler
  // derives for a record.
  @Override
  @SuppressWarnings("exports") // callers do not need the annotation
  public boolean equals(@Nullable Object other) {
    return other instanceof ModuleName name && value.equals(name.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
