package org.moduletools.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.moduletools.config.ConfigFile.Origin;

/**
 * The logical lines of a whole configuration.
 *
 * <p>A backslash at the end of a line joins the next one to it; before any other character it
 * vanishes and the character stays, so {@code \\} is a backslash. At the end of the file it
 * vanishes. A line whose first character other than blanks is {@code #} is a comment, which can be
 * continued too; kmod takes an indented one for a bad line. A NUL ends the line's text, as it does
 * in C (kmod 34, shared/util.c: freadline_wrapped).
 *
 * @param lines of all files, in the order in which they count
 * @param problems of the files and of reading them
 * @param places the files and directories whose say it is, without what depmod wrote
 */
record ConfigLines(List<ConfigLine> lines, List<ConfigProblem> problems, List<Path> places) {

  /**
   * The longest file that is read: more than twice the modules.alias of a distribution, which is
   * the longest that anybody would name as a configuration file.
   */
  static final int MAX_SIZE_BYTES = 4 << 20;

  /** The most lines of a file, each of which may say something; again a multiple of what is. */
  static final int MAX_LINES = 200_000;

  /** Copies the lists. */
  ConfigLines {
    lines = List.copyOf(lines);
    problems = List.copyOf(problems);
    places = List.copyOf(places);
  }

  /**
   * Reads {@code files} and what they include. One that cannot be read is passed over with a
   * problem.
   *
   * @param directoryName {@code modprobe.d} or {@code depmod.d}
   */
  static ConfigLines read(ConfigFiles files, String directoryName) {
    return new ConfigReading(directoryName).read(files);
  }

  /**
   * Returns that {@code file} cannot be read. kmod never says so; here it is fatal if the user
   * asked for this very file.
   */
  static ConfigProblem unreadable(ConfigFile file, IOException e) {
    String problem = file.path() + ": " + ConfigProblem.reason(e);
    return switch (file.origin()) {
      case NAMED -> ConfigProblem.fatal("Failed to open config file " + problem);
      case INCLUDED -> ConfigProblem.warning("Failed to open included config file " + problem);
      case DIRECTORY, MODULES -> ConfigProblem.info("Failed to open config file " + problem);
    };
  }

  /**
   * Returns the lines of one file, include lines as they stand.
   *
   * @throws IOException if it cannot be read, or is larger than any real one
   */
  static List<ConfigLine> read(ConfigFile file) throws IOException {
    boolean isFound = file.origin() == Origin.DIRECTORY
        || (file.origin() == Origin.INCLUDED && Files.exists(file.path()));
    if (isFound && !Files.isRegularFile(file.path())) {
      return List.of(); // /dev/null, which is there to mask; a pipe would make us wait for ever
    }
    try (InputStream in = Files.newInputStream(file.path())) {
      byte[] bytes = in.readNBytes(MAX_SIZE_BYTES + 1);
      if (bytes.length > MAX_SIZE_BYTES) {
        throw new IOException("longer than " + MAX_SIZE_BYTES + " bytes");
      }
      return parse(file, bytes);
    }
  }

  /**
   * Returns the lines in {@code bytes}, the content of {@code file}.
   *
   * @throws IOException if they are more than {@link #MAX_LINES}
   */
  static List<ConfigLine> parse(ConfigFile file, byte[] bytes) throws IOException {
    String content = new String(bytes, ISO_8859_1);
    List<ConfigLine> lines = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int number = 1;
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      if (c == '\n') {
        addIfItSaysSomething(lines, file, number++, text);
      } else if (c != '\\') {
        text.append(c);
      } else if (++i < content.length()) {
        char escaped = content.charAt(i);
        if (escaped == '\n') {
          number++;
        } else {
          text.append(escaped);
        }
      }
    }
    addIfItSaysSomething(lines, file, number, text);
    return lines;
  }

  /** Takes the line out of {@code buffer}. */
  private static void addIfItSaysSomething(
      List<ConfigLine> lines, ConfigFile file, int number, StringBuilder buffer)
      throws IOException {
    int nul = buffer.indexOf("\0");
    String text = nul < 0 ? buffer.toString() : buffer.substring(0, nul);
    buffer.setLength(0);
    Optional<String> first = new Words(text).next();
    if (first.isPresent() && !first.get().startsWith("#")) {
      if (lines.size() == MAX_LINES) {
        throw new IOException("more than " + MAX_LINES + " lines");
      }
      lines.add(new ConfigLine(file, number, text));
    }
  }
}
