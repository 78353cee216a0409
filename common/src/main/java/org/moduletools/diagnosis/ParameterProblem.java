package org.moduletools.diagnosis;

import java.util.List;
import org.moduletools.kernel.Errno;

/** A word among a module's parameters that the module does not take as it is meant. */
public sealed interface ParameterProblem extends Cause {

  /** Returns the word as it was written. */
  String word();

  /**
   * Returns whether the kernel passes over it with no more than a line in its log, and loads the
   * module; else it refuses.
   */
  boolean isPassedOver();

  /** Returns the error with which the kernel refuses the module, unless it passes over the word. */
  default Errno errno() {
    return Errno.EINVAL;
  }

  /**
   * The module has no such parameter, and the kernel passes over it with a line in its log.
   *
   * @param name the word up to its {@code =}
   * @param near those that may have been meant
   */
  record Unknown(String word, String name, List<String> near) implements ParameterProblem {

    /** Copies {@code near}. */
    public Unknown {
      near = List.copyOf(near);
    }

    @Override
    public boolean isPassedOver() {
      return true;
    }

    @Override
    public String inWords() {
      return "'" + name + "' is no parameter of it"
          + (near.isEmpty() ? "" : "; near: " + String.join(", ", near));
    }
  }

  /**
   * The value is not of the parameter's type, and the kernel refuses the module.
   *
   * @param name the parameter
   * @param type what it takes
   * @param errno the kernel's error
   */
  record BadValue(String word, String name, String type, Errno errno) implements ParameterProblem {

    @Override
    public boolean isPassedOver() {
      return false;
    }

    @Override
    public String inWords() {
      if (errno == Errno.ENOSPC) {
        return "the text of parameter '" + name + "' is longer than " + ParameterType.MAX_TEXT_BYTES
            + " bytes";
      }
      return word.equals(name)
          ? "parameter '" + name + "' needs a value (" + type + ")"
          : "'" + word + "' is no value of its type (" + type + ")";
    }
  }

  /** A {@code #} after the first word of a line begins no comment. */
  record Comment(String word) implements ParameterProblem {

    @Override
    public boolean isPassedOver() {
      return true;
    }

    @Override
    public String inWords() {
      return "'#' begins no comment within a line: it and what follows go to the module;"
          + " write the comment on a line of its own";
    }
  }

  /**
   * Parameters are separated by blanks, not by commas.
   *
   * @param isPassedOver whether the module has no such parameter anyway
   */
  record Comma(String word, boolean isPassedOver) implements ParameterProblem {

    @Override
    public String inWords() {
      return "'" + word + "' ends in a comma; parameters are separated by blanks only";
    }
  }

  /**
   * Blanks stand around the {@code =}, which make several words of it.
   *
   * @param isPassedOver whether the kernel takes the name alone
   */
  record Blanks(String word, boolean isPassedOver) implements ParameterProblem {

    @Override
    public String inWords() {
      return "no blanks around '=': write " + word.replaceAll(" *= *", "=") + " for '" + word + "'";
    }
  }

  /**
   * A quote that the line does not close takes in what follows the line.
   *
   * @param word what of it stands in the line
   * @param swallowed where the rest stands; none if nothing follows
   */
  record OpenQuote(String word, List<String> swallowed) implements ParameterProblem {

    /** How many places are named. */
    private static final int NAMED = 3;

    /** Copies {@code swallowed}. */
    public OpenQuote {
      swallowed = List.copyOf(swallowed);
    }

    @Override
    public boolean isPassedOver() {
      return true;
    }

    @Override
    public String inWords() {
      String open = "'" + word + "' opens a quote that nothing closes";
      return swallowed.isEmpty()
          ? open
          : open + " in its line; it takes in what follows from "
              + Sentence.allOf(swallowed, NAMED);
    }
  }

  /** The kernel takes nothing that follows {@code --}. */
  record Dashes() implements ParameterProblem {

    @Override
    public String word() {
      return "--";
    }

    @Override
    public boolean isPassedOver() {
      return true;
    }

    @Override
    public String inWords() {
      return "'--' ends the parameters; the kernel takes no notice of what follows";
    }
  }
}
