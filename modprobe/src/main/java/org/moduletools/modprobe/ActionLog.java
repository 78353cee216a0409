package org.moduletools.modprobe;

import org.moduletools.module.ModuleName;

/** Receives each action before it is done, or in a dry run would be done. */
interface ActionLog extends AutoCloseable {

  /** A module is loaded from {@code file}. */
  void insmod(ModuleName module, String file, String parameters);

  /** A command is run in place of loading a module. */
  void install(ModuleName module, String command, String parameters);

  /** Nothing is done, since the module is a part of the kernel. */
  void builtin(ModuleName module);

  /** A module is removed. */
  void rmmod(ModuleName module);

  /** A command is run in place of removing a module. */
  void remove(ModuleName module, String command);

  /** Nothing more is done. */
  @Override
  void close();
}
