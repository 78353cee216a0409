package org.moduletools.cli;

import java.util.Map;
import org.moduletools.codec.SystemCodecs;
import org.moduletools.files.FileLister;
import org.moduletools.files.FileOpener;
import org.moduletools.kernel.Errno;
import org.moduletools.kernel.Kernel;
import org.moduletools.kernel.KernelException;
import org.moduletools.kernel.TimeSource;
import org.moduletools.machine.Machine;

/**
 * This machine, with the kernel of an image in place of its own. It runs none of the image's
 * commands.
 *
 * @param machine this machine
 * @param kernel that of the image
 */
record ImageMachine(Machine machine, Kernel kernel) implements Machine {

  @Override
  public TimeSource time() {
    return machine.time();
  }

  @Override
  public SystemCodecs codecs() {
    return machine.codecs();
  }

  @Override
  public FileOpener opener() {
    return machine.opener();
  }

  @Override
  public FileLister files() {
    return machine.files();
  }

  @Override
  public int run(String command, Map<String, String> environment) throws KernelException {
    throw new KernelException("system", Errno.ENOSYS.number());
  }

  @Override
  public boolean isTerminal(int descriptor) {
    return machine.isTerminal(descriptor);
  }

  @Override
  public void openLog(String program) {
    machine.openLog(program);
  }

  @Override
  public void log(int priority, String text) {
    machine.log(priority, text);
  }
}
