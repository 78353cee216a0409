package org.moduletools.modulecache;

import java.io.IOException;

/** Says that a file is no cache that this program can use. */
final class CacheFormatException extends IOException {

  private static final long serialVersionUID = 1L;

  CacheFormatException(String problem) {
    super(problem);
  }
}
