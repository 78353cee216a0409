package org.moduletools.config;

import java.nio.file.Path;
import org.moduletools.files.SystemRoot;

/**
 * A file or directory of the configuration.
 *
 * @param path where it is
 * @param text its name in messages: as the user typed it, if the user did
 */
public record ConfigPlace(Path path, String text) {

  static ConfigPlace of(Path path) {
    return new ConfigPlace(path, path.toString());
  }

  /** Returns the place of {@code path} in this directory. */
  ConfigPlace entry(Path path) {
    return new ConfigPlace(path, text + "/" + path.getFileName());
  }

  /** Returns the place that a line of this file means by {@code place}. */
  ConfigPlace sibling(String place) {
    String shown = path.getFileSystem().getPath(text).resolveSibling(place).toString();
    return new ConfigPlace(path.resolveSibling(place), shown);
  }

  /** Returns this place in {@code system}, links followed. */
  ConfigPlace in(SystemRoot system) {
    Path inside = system.inside(path);
    return new ConfigPlace(system.follow(inside), inside.equals(path) ? text : inside.toString());
  }

  @Override
  public String toString() {
    return text;
  }
}
