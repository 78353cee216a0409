package org.moduletools.cli;

/**
 * What {@code -V} says: first the kmod that the suite answers for, as scripts look for it, then
 * what it can decompress; with {@code -v} also which Java it runs on.
 */
public final class Version {

  /** A native executable is made with this class ready: it has here what it was built with. */
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
