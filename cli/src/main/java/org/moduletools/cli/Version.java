package org.moduletools.cli;

/**
 * The output of {@code -V}: first the version of kmod that the suite stands for, as scripts expect
 * it, then the supported compressions; with {@code -v} also the Java that it runs on.
 */
public final class Version {

  /** A native executable contains this class initialised, so it has the Java of its build here. */
  private static final String JAVA = java();

  private Version() {}

  /** Returns the lines, with line ends. */
  public static String text() {
    return "kmod version 34 (module-tools " + number() + ")\n+ZSTD +XZ +ZLIB\n";
  }

  /** Returns the lines of {@link #text()} and one more. */
  public static String verboseText() {
    return text() + JAVA + "\n";
  }

  private static String number() {
    String number = Version.class.getPackage().getImplementationVersion();
    return number == null ? "development" : number;
  }

  private static String java() {
    String name =
        System.getProperty("java.runtime.name", "Java").replace(" Runtime Environment", "");
    String java = name + " " + System.getProperty("java.runtime.version");
    return System.getProperty("org.graalvm.nativeimage.imagecode") == null
        ? "runs on " + java
        : "built with SVM " + System.getProperty("org.graalvm.version") + " on " + java;
  }
}
