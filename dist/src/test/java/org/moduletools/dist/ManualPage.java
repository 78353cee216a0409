package org.moduletools.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The options that a manual page of man/ describes: those of its section OPTIONS that begin an item
 * of a list, such as {@code .It Fl b Ar dir , Fl -basedir Ns = Ns Ar dir}.
 */
final class ManualPage {

  /** Where the pages are, seen from where Maven runs the tests of this module. */
  static final Path FOLDER = Path.of("..", "man");

  private static final Pattern OPTION = Pattern.compile("Fl (\\S+)((?: Ns = Ns)? Ar \\S+)?");

  private ManualPage() {}

  /**
   * Returns the options of {@code page}, such as {@code --basedir}, and of each whether it takes a
   * value.
   */
  static Map<String, Boolean> optionsOf(Path page) throws IOException {
    Map<String, Boolean> options = new TreeMap<>();
    boolean inOptions = false;
    for (String line : Files.readAllLines(page)) {
      if (line.startsWith(".Sh ")) {
        inOptions = line.equals(".Sh OPTIONS");
      } else if (inOptions && line.startsWith(".It Fl ")) {
        Matcher option = OPTION.matcher(line);
        while (option.find()) {
          options.put("-" + option.group(1), option.group(2) != null);
        }
      }
    }
    return options;
  }
}
