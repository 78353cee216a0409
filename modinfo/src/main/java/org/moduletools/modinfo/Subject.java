package org.moduletools.modinfo;

import java.nio.file.Path;
import org.moduletools.module.ModuleName;

/** A module that is to be told of. */
sealed interface Subject {

  /** Returns its name. */
  ModuleName name();

  /** Returns where it is, as the user reads it. */
  String fileName();

  /**
   * A module with a file.
   *
   * @param file where it is
   */
  record InFile(ModuleName name, String fileName, Path file) implements Subject {}

  /** A part of the kernel. */
  record Builtin(ModuleName name) implements Subject {

    @Override
    public String fileName() {
      return "(builtin)";
    }
  }

  /** Returns whether it is a part of the kernel. */
  default boolean isBuiltin() {
    return this instanceof Builtin;
  }
}
