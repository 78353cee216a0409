package org.moduletools.depmod;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.moduletools.cli.Host;
import org.moduletools.module.KernelRelease;

/**
 * The input and output of a run.
 *
 * @param release the kernel's release
 * @param modules the directory of its modules
 * @param output the directory to write to
 * @param files the modules named on the command line, or none for all
 */
record Target(KernelRelease release, Path modules, Path output, List<String> files) {

  /** Copies {@code files}. */
  Target {
    files = List.copyOf(files);
  }

  /**
   * Returns the problem of the first operand, which should be a kernel release or a file (kmod 34,
   * tools/depmod.c: do_depmod, which takes releases alone).
   */
  static Optional<String> complaint(DepmodOptions options) {
    if (options.operands().isEmpty() || hasRelease(options)) {
      return Optional.empty();
    }
    String first = options.operands().get(0);
    if (!first.startsWith("/")) {
      return Optional.of(
          "Bad version passed " + first + ": neither a kernel release nor an absolute path");
    }
    return isForAll(options)
        ? Optional.of("Bad version passed " + first + ": with -a or -A " + expectation(first))
        : Optional.empty();
  }

  /** Returns what is expected in place of {@code path}, which may be the folder of a release. */
  static String expectation(String path) {
    String last = path.replaceFirst("/+$", "").replaceFirst(".*/", "");
    return "a kernel release is expected"
        + (KernelRelease.isRelease(last) ? ", such as " + last : "");
  }

  /**
   * Returns the target of a command line without a {@link #complaint}. Files without a release
   * before them are of the running kernel, as in module-init-tools.
   */
  static Target of(DepmodOptions options, Host host) {
    List<String> operands = options.operands();
    boolean hasRelease = hasRelease(options);
    KernelRelease release =
        hasRelease ? new KernelRelease(operands.get(0)) : host.kernel().release();
    List<String> files = operands.subList(hasRelease ? 1 : 0, operands.size());
    Path base = options.baseDirectory().map(host::path).orElse(host.root());
    Path output = options.outputDirectory().map(host::path).orElse(base);
    Path below = base.getFileSystem().getPath(options.moduleDirectory(), release.value());
    return new Target(
        release,
        host.inSystem(base.resolve(below)),
        host.inSystem(output.resolve(below)),
        isForAll(options) ? List.of() : files);
  }

  private static boolean hasRelease(DepmodOptions options) {
    return !options.operands().isEmpty()
        && KernelRelease.isRelease(options.operands().get(0));
  }

  private static boolean isForAll(DepmodOptions options) {
    return options.all() || options.quick();
  }
}
