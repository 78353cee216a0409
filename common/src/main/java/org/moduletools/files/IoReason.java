package org.moduletools.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;

/**
 * The text of strerror(3) for exceptions of java.nio.file, whose messages have only the file's
 * name.
 */
public final class IoReason {

  private static final Map<Class<?>, String> WORDS = Map.of(
      NoSuchFileException.class, "No such file or directory",
      AccessDeniedException.class, "Permission denied",
      NotDirectoryException.class, "Not a directory",
      FileAlreadyExistsException.class, "File exists",
      DirectoryNotEmptyException.class, "Directory not empty",
      FileSystemLoopException.class, "Too many levels of symbolic links");

  /** What java.nio.file adds an "or" to (sun.nio.fs.UnixException). */
  private static final String LOOP = "Too many levels of symbolic links";

  private IoReason() {}

  /** Returns the error of opening {@code path}, or nothing if there is a file. */
  public static Optional<String> ofMissing(Path path) {
    try {
      Files.readAttributes(path, BasicFileAttributes.class);
      return Optional.empty();
    } catch (IOException missing) {
      return Optional.of(of(missing));
    }
  }

  /** Returns the file's name, if that is known, and the error. */
  public static String withFile(IOException failure) {
    if (failure instanceof FileSystemException named && named.getFile() != null) {
      return named.getFile() + ": " + of(failure);
    }
    return of(failure);
  }

  /** Returns the error, without the file's name where the cause is known. */
  public static String of(IOException failure) {
    for (Class<?> kind = failure.getClass(); kind != null; kind = kind.getSuperclass()) {
      String words = WORDS.get(kind);
      if (words != null) {
        return words;
      }
    }
    if (failure instanceof FileSystemException named && named.getReason() != null) {
      return named.getReason().startsWith(LOOP) ? LOOP : named.getReason();
    }
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }
}
