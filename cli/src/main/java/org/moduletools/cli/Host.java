package org.moduletools.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.moduletools.config.ConfigPlace;
import org.moduletools.files.IoReason;
import org.moduletools.files.SystemRoot;
import org.moduletools.kernel.Kernel;
import org.moduletools.kernel.TimeSource;
import org.moduletools.machine.Machine;
import org.moduletools.module.KernelRelease;

/**
 * The world that one run of a program sees. A program's {@code main} builds the real one, a test
 * its own.
 *
 * @param root the folder that holds {@code etc}, {@code lib}, {@code proc} and {@code sys}
 * @param workingDirectory the base of relative paths on the command line
 * @param environment the environment variables
 * @param in standard input
 * @param out standard output
 * @param err standard error; on a terminal this and {@code out} escape control characters
 * @param bareOut standard output without escaping, for colours; flush {@code out} before
 * @param bareErr standard error without escaping, for moving a terminal's cursor
 * @param machine its kernel, clock, shell and log
 */
public record Host(
    Path root,
    Path workingDirectory,
    Map<String, String> environment,
    InputStream in,
    PrintStream out,
    PrintStream err,
    OutputStream bareOut,
    PrintStream bareErr,
    Machine machine) {

  /** The number of standard output (unistd.h). */
  public static final int OUT = 1;

  private static final int ERR = 2;

  /** Copies {@code environment}. */
  public Host {
    environment = Map.copyOf(environment);
  }

  /**
   * Returns a host for the system image in the folder {@code text} of the command line. Its files
   * count, and not the running kernel and its modules. The streams and the working directory stay.
   *
   * @throws FatalException if there is no such folder
   */
  public Host ofImage(String text) {
    Optional<String> missing = missing(text);
    if (missing.isPresent()) {
      throw new FatalException("--root " + text + ": " + missing.get());
    }
    Path image = path(text);
    if (!Files.isDirectory(image)) {
      throw new FatalException("--root " + text + ": Not a directory");
    }
    return new Host(
        image,
        workingDirectory,
        environment,
        in,
        out,
        err,
        bareOut,
        bareErr,
        new ImageMachine(machine, new ImageKernel(image)));
  }

  /** Returns the path for {@code text} of the command line. */
  public Path path(String text) {
    return workingDirectory.resolve(text);
  }

  /** Returns the file at {@code path} in the system: in an image, links lead within it. */
  public Path inSystem(Path path) {
    SystemRoot system = SystemRoot.of(root);
    return system.follow(system.inside(path));
  }

  /** Returns the places of a configuration for {@code texts} of the command line. */
  public List<ConfigPlace> configPlaces(List<String> texts) {
    return texts.stream().map(text -> new ConfigPlace(path(text), text)).toList();
  }

  /** Returns the file or folder {@code text} of the command line, if it exists. */
  public Optional<Path> existing(String text) {
    return missing(text).isPresent() ? Optional.empty() : Optional.of(path(text));
  }

  /** Returns the error of opening the file or folder {@code text}, if it does not exist. */
  public Optional<String> missing(String text) {
    try {
      return IoReason.ofMissing(path(text));
    } catch (InvalidPathException noFileName) {
      // Such as a NUL, or in a JVM a character that its locale lacks.
      return Optional.of("No such file or directory");
    }
  }

  /** Returns the folder {@code lib/modules/RELEASE} of {@code release}. */
  public Path moduleDirectory(KernelRelease release) {
    return root.resolve("lib/modules").resolve(release.value());
  }

  /**
   * Returns {@code lib/modules/RELEASE} for output: absolute, and otherwise in the user's spelling.
   *
   * @param base the folder that holds lib, if one was named
   * @param release the kernel's
   */
  public String moduleDirectory(Optional<String> base, String release) {
    if (base.isEmpty() && root.getNameCount() > 0) {
      return inSystem(moduleDirectory(new KernelRelease(release))).toString();
    }
    String text = base.orElse("") + "/lib/modules/" + release;
    return text.startsWith("/") ? text : workingDirectory + "/" + text;
  }

  /** Returns the kernel that runs. */
  public Kernel kernel() {
    return machine.kernel();
  }

  /** Returns the clock. */
  public TimeSource time() {
    return machine.time();
  }

  /**
   * Returns whether standard error was closed when the program was started, as it is when the
   * kernel starts modprobe. The launcher, which opens /dev/null in its place, sets a variable then.
   */
  public boolean errIsClosed() {
    return environment.containsKey("MODULE_TOOLS_STDERR_CLOSED");
  }

  /**
   * Returns whether standard error seems to be a terminal. This needs no native code, unlike
   * {@link Machine#isTerminal}. It returns false where /proc does not show it.
   */
  public boolean errIsTerminal() {
    if (root.getNameCount() > 0) {
      return machine.isTerminal(ERR); // not the /proc of an image
    }
    try {
      String target = Files.readSymbolicLink(root.resolve("proc/self/fd/2")).toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    } catch (IOException | UnsupportedOperationException noProc) {
      return false; // unknown without /proc; then nothing extra is printed
    }
  }
}
