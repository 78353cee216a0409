package org.moduletools.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file tree in memory, as a test draws it. */
final class ConfigTree {

  private final Path root = Jimfs.newFileSystem(Configuration.unix()).getPath("/");

  Path path(String name) {
    return root.resolve(name);
  }

  List<Path> paths(String... names) {
    return List.of(names).stream().map(this::path).toList();
  }

  /** Returns places as somebody names them who is in another folder. */
  List<ConfigPlace> places(String... names) {
    return paths(names).stream().map(ConfigPlace::of).toList();
  }

  /** Writes a file of {@code lines}, each of which gets a line end. */
  ConfigTree file(String name, String... lines) {
    return bytes(name, lines.length == 0 ? "" : String.join("\n", lines) + "\n");
  }

  /** Writes a file that holds just {@code content}. */
  ConfigTree bytes(String name, String content) {
    try {
      Files.createDirectories(path(name).getParent());
      Files.write(path(name), content.getBytes(ISO_8859_1));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
    try {
      Files.createDirectories(path(name).getParent());
      Files.createSymbolicLink(path(name), path(target));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
