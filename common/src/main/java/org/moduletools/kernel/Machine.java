package org.moduletools.kernel;

import java.util.Map;
import org.moduletools.codec.SystemCodecs;
import org.moduletools.files.FileLister;
import org.moduletools.files.FileOpener;

/**
 * The machine that a program runs on, but for what its files hold: its kernel, its clock, its
 * decoders, its shell, its log.
 */
@SuppressWarnings("exports") // how files are read is for the programs of module-tools
public interface Machine {

  /** Returns the running kernel. */
  Kernel kernel();

  /** Returns the clock. */
  TimeSource time();

  /** Returns the decoders that the machine has beside this program. */
  SystemCodecs codecs();

  /** Returns who opens files of which many are to be read. */
  FileOpener opener();

  /** Returns who tells of files. */
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

  /** Lets what {@link #log} says be marked with {@code program} (openlog(3)). */
  void openLog(String program);

  /** Hands one message to the system's logger; {@code priority} is one of syslog(3)'s, 0 to 7. */
  void log(int priority, String text);
}
