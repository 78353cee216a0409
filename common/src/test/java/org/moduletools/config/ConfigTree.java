package org.moduletools.config;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.moduletools.files.MadeFiles;

/** A file tree in memory, as a test draws it. */
final class ConfigTree {

  private final Path root = Jimfs.newFileSystem(Configuration.unix()).getPath("/");
  private final MadeFiles files = new MadeFiles(root);

  Path path(String name) {
    return root.resolve(name);
  }

  List<Path> paths(String... names) {
    return List.of(names).stream().map(this::path).toList();
  }

  /** Returns places as named from another folder. */
  List<ConfigPlace> places(String... names) {
    return paths(names).stream().map(ConfigPlace::of).toList();
  }

  /** Writes a file of {@code lines}, each of which gets a line end. */
  ConfigTree file(String name, String... lines) {
    return bytes(name, lines.length == 0 ? "" : String.join("\n", lines) + "\n");
  }

  /** Writes a file that holds just {@code content}. */
  ConfigTree bytes(String name, String content) {
    files.file(name, content);
    return this;
  }

  ConfigTree directory(String name) {
    try {
      Files.createDirectories(path(name));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ConfigTree link(String name, String target) {
    files.link(name, path(target).toString());
    return this;
  }
}
