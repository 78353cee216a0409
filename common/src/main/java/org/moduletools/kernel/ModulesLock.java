package org.moduletools.kernel;

/** The lock on /proc/modules, held until it is closed. Closing it again does nothing. */
public interface ModulesLock extends AutoCloseable {

  @Override
  void close();
}
