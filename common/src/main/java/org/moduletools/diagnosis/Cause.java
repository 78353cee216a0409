package org.moduletools.diagnosis;

/** One reason why something was refused, or one fact that leads to the reason. */
public interface Cause {

  /** Returns the thing, the cause and what can be done, in one line without an end. */
  String inWords();
}
