package org.moduletools.config;

/**
 * A logical line of a configuration file that says something: no comment, not blank.
 *
 * @param file the file it stands in
 * @param number of the last of the physical lines that it is made of, counted from 1
 * @param text its bytes as ISO_8859_1, continuations joined, backslashes taken away
 */
record ConfigLine(ConfigFile file, int number, String text) {

  /** Returns whether {@code word} is its first word, without making one of each line. */
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
