package org.moduletools.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.moduletools.config.ConfigFile.Origin;
import org.moduletools.files.IoReason;

/**
 * The logical lines of a whole configuration.
 *
 * @param lines of all files, in the order in which they count
 * @param problems of the files and of reading them
 * @param places the files and directories that were read, without those that depmod wrote
 */
record ConfigLines(List<ConfigLine> lines, List<ConfigProblem> problems, List<Path> places) {

  /**
   * The longest file that is read, so that an endless device does not fill the memory. Even a
   * distribution's modules.alias has a hundredth of that.
   */
  static final int MAX_SIZE_BYTES = 256 << 20;

  /** Copies the lists. */
  ConfigLines {
    lines = List.copyOf(lines);
    problems = List.copyOf(problems);
    places = List.copyOf(places);
  }

  /**
   * Reads {@code files} and what they include. An unreadable file is skipped, and reported as a
   * problem.
   *
   * @param directoryName {@code modprobe.d} or {@code depmod.d}
   */
  static ConfigLines read(ConfigFiles files, String directoryName) {
    return new ConfigReading(directoryName).read(files);
  }

  /**
   * Returns the problem that {@code file} cannot be read. kmod does not report it: the
   * configuration of an image may name a file that does not exist yet.
   */
  static ConfigProblem unreadable(ConfigFile file, IOException e) {
    String problem = file.place() + ": " + IoReason.of(e);
    return switch (file.origin()) {
      case NAMED -> ConfigProblem.unreadableNamed("Failed to open config file " + problem, e);
      case LIST -> ConfigProblem.error("Failed to open folder of lists " + problem);
      case INCLUDED -> ConfigProblem.warning("Failed to open included config file " + problem);
      case DIRECTORY, MODULES ->
        ConfigProblem.unreadable("Failed to open config file " + problem, e);
    };
  }

  /**
   * Returns the bytes of one file.
   *
   * @throws IOException if it cannot be read, or is larger than any real one
   */
  static byte[] read(ConfigFile file) throws IOException {
    return read(file, MAX_SIZE_BYTES);
  }

  /** Reads like {@link #read}, but {@code maxSize} bytes at most. */
  static byte[] read(ConfigFile file, int maxSize) throws IOException {
    Path path = file.place().path();
    boolean isFound = file.origin() == Origin.DIRECTORY
        || file.origin() == Origin.LIST
        || file.origin() == Origin.INCLUDED;
    if (isFound && !Files.readAttributes(path, BasicFileAttributes.class).isRegularFile()) {
      return new byte[0]; // /dev/null, which masks others; a pipe would block for ever
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(maxSize);
      if (bytes.length == maxSize && in.read() >= 0) {
        throw new IOException("longer than " + maxSize + " bytes");
      }
      return bytes;
    }
  }
}
