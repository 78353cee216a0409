package org.moduletools.linux;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** Strings of C: bytes up to a NUL. */
final class CString {

  private CString() {}

  /** Returns {@code text}, which has a char for each byte (ISO 8859-1), with a NUL after it. */
  static byte[] of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return Arrays.copyOf(bytes, bytes.length + 1);
  }

  /**
   * Returns the absolute path with a NUL after it. A path's URI has the exact bytes of the file
   * name; its text has lost some where the locale is C. To make a URI, Java reads the kind of the
   * file; that is avoided where the text has the bytes.
   */
  static byte[] of(Path path) {
    if (NativeExecutable.hasPathsOfBytes()) {
      return of(path.toAbsolutePath().toString());
    }
    String uri = path.toUri().getRawPath();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(uri.length() + 1);
    for (int i = 0; i < uri.length(); i++) {
      if (uri.charAt(i) == '%') {
        bytes.write(Integer.parseInt(uri, i + 1, i + 3, 16));
        i += 2;
      } else {
        bytes.write(uri.charAt(i));
      }
    }
    bytes.write(0);
    return bytes.toByteArray();
  }

  /** Returns the text that begins at {@code offset} of {@code buffer}, up to its NUL. */
  static String read(byte[] buffer, int offset) {
    int end = offset;
    while (end < buffer.length && buffer[end] != 0) {
      end++;
    }
    return new String(buffer, offset, end - offset, StandardCharsets.ISO_8859_1);
  }
}
