package org.moduletools.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.moduletools.codec.SystemCodecs;
import org.moduletools.files.FileLister;
import org.moduletools.files.FileOpener;
import org.moduletools.files.PathLister;
import org.moduletools.machine.Machine;

/**
 * A machine for tests: a {@link FakeKernel}, a {@link FakeTime}, commands that the test plays, and
 * a log to look at.
 */
public final class FakeMachine implements Machine {

  private final FakeKernel kernel = new FakeKernel();
  private final FakeTime time = new FakeTime();
  private FileLister files = new PathLister();
  private final Map<String, ToIntFunction<Map<String, String>>> commands = new HashMap<>();
  private final List<String> logged = new ArrayList<>();
  private boolean isAtTerminal;

  /**
   * Lets {@code command} do {@code effect}, which gets the variables and returns the exit status.
   */
  public void plays(String command, ToIntFunction<Map<String, String>> effect) {
    commands.put(command, effect);
  }

  /** Lets somebody read standard output and standard error at a terminal. */
  public void isAtTerminal() {
    isAtTerminal = true;
  }

  /** Lets {@code files} tell of files from now on, in place of the file system itself. */
  public void asks(FileLister lister) {
    files = lister;
  }

  /** Returns the lines that went to the system log, such as {@code <3> ERROR: text}. */
  public List<String> logged() {
    return List.copyOf(logged);
  }

  @Override
  public FakeKernel kernel() {
    return kernel;
  }

  @Override
  public FakeTime time() {
    return time;
  }

  @Override
  public SystemCodecs codecs() {
    return SystemCodecs.NONE;
  }

  @Override
  public FileOpener opener() {
    return FileOpener.BY_JAVA;
  }

  @Override
  public FileLister files() {
    return files;
  }

  @Override
  public int run(String command, Map<String, String> environment) {
    kernel.commandStarts(command);
    ToIntFunction<Map<String, String>> effect = commands.get(command);
    if (effect == null) {
      throw new AssertionError("a command that no test made known: " + command);
    }
    return effect.applyAsInt(environment);
  }

  @Override
  public boolean isTerminal(int descriptor) {
    return isAtTerminal;
  }

  @Override
  public void openLog(String program) {
    logged.add("open " + program);
  }

  @Override
  public void log(int priority, String text) {
    logged.add("<" + priority + "> " + text);
  }
}
