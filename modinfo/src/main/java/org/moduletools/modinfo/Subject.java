package org.moduletools.modinfo;

import java.nio.file.Path;
import org.moduletools.module.ModuleName;

/** A module to be shown. */
sealed interface Subject {

  /** Returns its name. */
  ModuleName name();

  /** Returns its path for output. */
  String fileName();

  /**
   * A module with a file.
   *
   * @param file its path
   */
  record InFile(ModuleName name, String fileName, Path file) implements Subject {}

  /** A built-in module. */
  record Builtin(ModuleName name) implements Subject {

    @Override
    public String fileName() {
      return "(builtin)";
    }
  }

  /** Returns whether it is built in. */
  default boolean isBuiltin() {
    return this instanceof Builtin;
  }
}
