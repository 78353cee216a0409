package org.moduletools.cli;

import java.util.concurrent.CompletionException;

/** Messages for unforeseen exceptions: exhausted resources, or bugs. */
final class Unforeseen {

  private static final String OUR_CODE = "org.moduletools.";

  private Unforeseen() {}

  /**
   * Returns one line with the exception, for the user, and its place in the code, for developers.
   */
  static String words(Throwable failure) {
    if (failure instanceof CompletionException && failure.getCause() != null) {
      return words(failure.getCause()); // of what was done in the background
    }
    if (failure instanceof OutOfMemoryError) {
      return "no memory: " + failure.getMessage(); // or no more threads, which it says then
    }
    if (!(failure instanceof RuntimeException || failure instanceof Error)) {
      // Of a system call that the JDK does not expect to fail.
      return String.valueOf(failure.getMessage());
    }
    return "mistake of this program, please report it: " + oneLine(failure.toString())
        + place(failure);
  }

  private static String oneLine(String text) {
    return text.replaceAll("[^ -~]", "?");
  }

  /** Returns the place in this project's code, if it is known. */
  private static String place(Throwable failure) {
    for (StackTraceElement call : failure.getStackTrace()) {
      if (call.getClassName().startsWith(OUR_CODE)) {
        return ", at " + call.getFileName() + ":" + call.getLineNumber();
      }
    }
    return "";
  }
}
