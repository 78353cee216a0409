package org.moduletools.config;

/**
 * A logical line of a configuration file, neither a comment nor blank.
 *
 * @param file the file it stands in
 * @param number the number of its last physical line, counted from 1
 * @param text its bytes as ISO_8859_1, with continuations joined and backslashes removed
 */
record ConfigLine(ConfigFile file, int number, String text) {

  /** Returns whether {@code word} is its first word. No string is made for it. */
  boolean beginsWith(String word) {
    int begin = 0;
    while (begin < text.length() && Words.isBlank(text.charAt(begin))) {
      begin++;
    }
    int end = begin + word.length();
    return text.startsWith(word, begin)
        && (end == text.length() || Words.isBlank(text.charAt(end)));
  }
}
