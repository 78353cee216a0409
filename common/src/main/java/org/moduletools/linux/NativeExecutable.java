package org.moduletools.linux;

import org.graalvm.nativeimage.ProcessProperties;

/** The properties of this process, if it is the native executable rather than a JVM. */
final class NativeExecutable {

  /**
   * Whether this code is part of a native executable, or is being made one. It is a constant there,
   * so that what serves a JVM alone does not become part of it (graal-sdk, ImageInfo: the property
   * is set in both).
   */
  static final boolean HERE = System.getProperty("org.graalvm.nativeimage.imagecode") != null;

  private NativeExecutable() {}

  /** Returns whether a path's text has one character for each byte of the name. */
  static boolean hasPathsOfBytes() {
    return HERE && "ISO-8859-1".equals(System.getProperty("sun.jnu.encoding"));
  }

  /** Returns the first of the arguments that execve(2) was given. */
  static String firstArgument() {
    return ProcessProperties.getArgumentVectorProgramName();
  }
}
