package org.moduletools.diagnosis;

import java.util.List;

/** A word among a module's parameters that the module does not take as it is meant. */
public sealed interface ParameterProblem extends Cause {

  /** Returns the word as it was written. */
  String word();

  /**
   * Returns whether the kernel passes over it with no more than a line in its log, and loads the
   * module; else it refuses.
   */
  boolean isPassedOver();

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
   */
  record BadValue(String word, String name, String type) implements ParameterProblem {

    @Override
    public boolean isPassedOver() {
      return false;
    }

    @Override
    public String inWords() {
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
}
