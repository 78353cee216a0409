package org.moduletools.depmod;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.moduletools.cli.Host;
import org.moduletools.module.KernelRelease;

/**
 * What a run works on.
 *
 * @param release the kernel's
 * @param modules the directory with its modules
 * @param output the directory to write to
 * @param files the modules named on the command line, or none for all
 */
record Target(KernelRelease release, Path modules, Path output, List<String> files) {

  /** Copies {@code files}. */
  Target {
    files = List.copyOf(files);
  }

  /**
   * Returns what the command line names, or nothing if its first operand is neither a kernel
   * release nor a file. Files without a release before them are of the kernel that runs, as in
   * module-init-tools.
   */
  static Optional<Target> of(DepmodOptions options, Host host) {
    List<String> operands = options.operands();
    boolean hasRelease = !operands.isEmpty() && !operands.get(0).startsWith("/");
    if (hasRelease && !KernelRelease.isRelease(operands.get(0))) {
      return Optional.empty();
    }
    KernelRelease release =
        hasRelease ? new KernelRelease(operands.get(0)) : host.kernel().release();
    boolean all = options.all() || options.quick();
    List<String> files = operands.subList(hasRelease ? 1 : 0, operands.size());
    Path base = options.baseDirectory().map(host::path).orElse(host.root());
    Path output = options.outputDirectory().map(host::path).orElse(base);
    Path below = base.getFileSystem().getPath(options.moduleDirectory(), release.value());
    return Optional.of(
        new Target(release, base.resolve(below), output.resolve(below), all ? List.of() : files));
  }
}
