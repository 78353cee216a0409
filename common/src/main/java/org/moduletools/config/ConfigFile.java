package org.moduletools.config;

import java.nio.file.Path;

/**
 * A file that takes part in the configuration.
 *
 * @param path where it is
 * @param origin why it takes part
 */
record ConfigFile(Path path, Origin origin) {

  /** Why a file takes part. */
  enum Origin {
    /** It stands in a configuration directory. */
    DIRECTORY,
    /** The user named it. */
    NAMED,
    /** Another file names it. */
    INCLUDED,
    /** depmod wrote it beside the modules: it says what the modules themselves ask for. */
    MODULES
  }
}
