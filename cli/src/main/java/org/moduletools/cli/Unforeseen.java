package org.moduletools.cli;

/** The words for what no program foresees: that the machine has no more to give, or a mistake. */
final class Unforeseen {

  private static final String OUR_CODE = "org.moduletools.";

  private Unforeseen() {}

  /** Returns one line that tells the user what it is, and us where it came from. */
  static String words(Throwable failure) {
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

  /** Where in our code, if it is known. */
  private static String place(Throwable failure) {
    for (StackTraceElement call : failure.getStackTrace()) {
      if (call.getClassName().startsWith(OUR_CODE)) {
        return ", at " + call.getFileName() + ":" + call.getLineNumber();
      }
    }
    return "";
  }
}
