package org.moduletools.cli;

/**
 * What {@code -V} says: first the kmod that the suite answers for, as scripts look for it, then
 * what it can decompress.
 */
public final class Version {

  private Version() {}

  /** Returns the lines, with line ends. */
  public static String text() {
    return "kmod version 34 (module-tools " + number() + ")\n+ZSTD +XZ +ZLIB\n";
  }

  private static String number() {
    String number = Version.class.getPackage().getImplementationVersion();
    return number == null ? "development" : number;
  }
}
