package org.moduletools.machine;

import java.util.Map;
import org.moduletools.codec.SystemCodecs;
import org.moduletools.files.FileLister;
import org.moduletools.files.FileOpener;
import org.moduletools.kernel.Kernel;
import org.moduletools.kernel.KernelException;
import org.moduletools.kernel.TimeSource;

/**
 * The machine that a program runs on, except its files' content: kernel, clock, decoders, shell,
 * log.
 */
public interface Machine {

  /** Returns the running kernel. */
  Kernel kernel();

  /** Returns the clock. */
  TimeSource time();

  /** Returns the decoders of the system's libraries. */
  SystemCodecs codecs();

  /** Returns an opener that is fast for many files. */
  FileOpener opener();

  /** Returns a lister of files. */
  FileLister files();

  /**
   * Runs a command as the shell understands it (system(3)), with the variables of
   * {@code environment} set in it, and in this process from now on. It shares our standard streams.
   *
   * @return its exit status, or 128 and the number of the signal that killed it
   * @throws KernelException if no process could be started
   */
  int run(String command, Map<String, String> environment) throws KernelException;

  /** Returns whether one of this process' descriptors is a terminal (isatty(3)). */
  boolean isTerminal(int descriptor);

  /** Marks messages of {@link #log} with {@code program} (openlog(3)). */
  void openLog(String program);

  /** Sends one message to the system's logger; {@code priority} is one of syslog(3)'s, 0 to 7. */
  void log(int priority, String text);
}
