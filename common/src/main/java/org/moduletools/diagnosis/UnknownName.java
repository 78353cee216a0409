package org.moduletools.diagnosis;

import java.util.Collection;
import java.util.List;
import org.moduletools.module.ModuleName;
import org.moduletools.module.ModuleSuffix;

/**
 * An unknown name.
 *
 * @param typed the name in the user's spelling
 * @param slip the probable mistake
 * @param near similar names, the likeliest first; none if no name is similar
 */
public record UnknownName(String typed, Slip slip, List<String> near) implements Cause {

  /** Mistakes in a name. */
  public enum Slip {
    /** It ends as a file does, such as {@code loop.ko}. */
    SUFFIX,
    /** A version follows it, such as {@code loop-1.2}. */
    VERSION,
    /** Its capitals are others. */
    CASE,
    /** Some letters are wrong, if anything is. */
    LETTERS
  }

  /** Copies {@code near}. */
  public UnknownName {
    near = List.copyOf(near);
  }

  /** Compares {@code typed} with the {@code known} names, all of them normalised. */
  public static UnknownName of(String typed, Collection<String> known) {
    if (ModuleSuffix.isOn(typed)) {
      return unlessKnown(typed, Slip.SUFFIX, ModuleName.ofPath(typed).value(), known);
    }
    String name = new ModuleName(typed).value();
    String unversioned = withoutVersion(name);
    if (!unversioned.equals(name) && known.contains(unversioned)) {
      return new UnknownName(typed, Slip.VERSION, List.of(unversioned));
    }
    List<String> near = NearNames.to(name, known);
    boolean sameLetters = !near.isEmpty() && near.get(0).equalsIgnoreCase(name);
    return sameLetters
        ? new UnknownName(typed, Slip.CASE, near.subList(0, 1))
        : new UnknownName(typed, Slip.LETTERS, near);
  }

  private static UnknownName unlessKnown(
      String typed, Slip slip, String bare, Collection<String> known) {
    List<String> near = known.contains(bare) ? List.of(bare) : NearNames.to(bare, known);
    return new UnknownName(typed, slip, near);
  }

  /**
   * Takes off the end {@code -1.2}: a part after the last dash that begins with a digit and has a
   * dot.
   */
  private static String withoutVersion(String name) {
    int dash = name.lastIndexOf('_');
    boolean isVersion = dash > 0
        && dash + 1 < name.length()
        && Character.isDigit(name.charAt(dash + 1))
        && name.indexOf('.', dash) > 0;
    return isVersion ? name.substring(0, dash) : name;
  }

  /** Returns whether there is anything to say. */
  public boolean isTelling() {
    return !near.isEmpty() || (slip == Slip.SUFFIX && typed.indexOf('/') < 0);
  }

  @Override
  public String inWords() {
    String meant = near.isEmpty() ? "" : "; try " + Sentence.anyOf(near);
    return switch (slip) {
      case SUFFIX ->
        "a module's name has no suffix"
            + meant
            + (typed.indexOf('/') < 0 ? "; a file is named with its path: ./" + typed : "");
      case VERSION -> "a module's name has no version" + meant;
      case CASE -> "capitals count in a module's name" + meant;
      case LETTERS -> near.isEmpty() ? "no name is like " + typed : "names like it: " + list();
    };
  }

  private String list() {
    return String.join(", ", near);
  }
}
