package org.moduletools.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that a test makes, with the folders that they need.
 *
 * @param root where relative paths begin
 */
public record MadeFiles(Path root) {

  /** Writes {@code content}, whose chars are its bytes. */
  public void file(String path, String content) {
    try {
      Files.write(withFolders(path), content.getBytes(ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes the link {@code path}. */
  public void link(String path, String target) {
    try {
      Files.createSymbolicLink(withFolders(path), root.getFileSystem().getPath(target));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path withFolders(String path) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    return file;
  }
}
