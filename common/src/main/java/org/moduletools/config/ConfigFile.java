package org.moduletools.config;

/**
 * A file that takes part in the configuration.
 *
 * @param place where it is
 * @param origin why it takes part
 */
record ConfigFile(ConfigPlace place, Origin origin) {

  /** Why a file takes part. */
  enum Origin {
    /** It stands in a configuration directory. */
    DIRECTORY,
    /** The user named it. */
    NAMED,
    /** It stands in a folder of lists of modules, or is that folder. */
    LIST,
    /** Another file names it. */
    INCLUDED,
    /** depmod wrote it beside the modules, from their modinfo. */
    MODULES
  }
}
