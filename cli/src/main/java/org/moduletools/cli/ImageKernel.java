package org.moduletools.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.moduletools.diagnosis.ClosedFolder;
import org.moduletools.diagnosis.Releases;
import org.moduletools.files.SystemRoot;
import org.moduletools.kernel.Errno;
import org.moduletools.kernel.InsertFlag;
import org.moduletools.kernel.Kernel;
import org.moduletools.kernel.KernelException;
import org.moduletools.kernel.LoadedModule;
import org.moduletools.kernel.LockListener;
import org.moduletools.kernel.LockMode;
import org.moduletools.kernel.ModuleState;
import org.moduletools.kernel.ModulesLock;
import org.moduletools.kernel.RemoveFlag;
import org.moduletools.module.KernelRelease;
import org.moduletools.module.ModuleName;

/**
 * The kernel of an image, which does not run: nothing is loaded, and nothing can be.
 *
 * @param root the image's root
 */
record ImageKernel(Path root) implements Kernel {

  private static final String HOW = " (modprobe -S, modinfo -k, depmod VERSION)";

  /**
   * Returns the one release in the image's lib/modules.
   *
   * @throws FatalException if it has none, or several
   */
  @Override
  public KernelRelease release() {
    Path folder = root.resolve("lib/modules");
    List<String> releases = Releases.in(folder, SystemRoot.of(root));
    Optional<ClosedFolder> closed =
        releases.isEmpty() ? ClosedFolder.onTheWayTo(folder) : Optional.empty();
    if (closed.isPresent()) {
      throw new FatalException(closed.get().inWords());
    }
    if (releases.size() == 1) {
      return new KernelRelease(releases.get(0));
    }
    throw new FatalException(
        releases.isEmpty()
            ? folder + " has no kernel release; name the one that is meant" + HOW
            : folder + " has several kernel releases; name the one that is meant" + HOW + ": "
                + String.join(", ", releases));
  }

  @Override
  public String machine() {
    return "";
  }

  @Override
  public Optional<String> compression() {
    return Optional.empty();
  }

  @Override
  public ModuleState state(ModuleName name) {
    return ModuleState.ABSENT;
  }

  @Override
  public OptionalInt references(ModuleName name) {
    return OptionalInt.empty();
  }

  @Override
  public List<ModuleName> holders(ModuleName name) {
    return List.of();
  }

  @Override
  public OptionalLong sizeBytes(ModuleName name) {
    return OptionalLong.empty();
  }

  @Override
  public List<LoadedModule> loadedModules() {
    return List.of();
  }

  @Override
  public String log() {
    return "";
  }

  @Override
  public Duration uptime() {
    return Duration.ZERO;
  }

  @Override
  public void insertFile(Path file, String parameters, Set<InsertFlag> flags)
      throws KernelException {
    throw new KernelException("finit_module", Errno.ENOSYS.number());
  }

  @Override
  public void insertImage(byte[] image, String parameters) throws KernelException {
    throw new KernelException("init_module", Errno.ENOSYS.number());
  }

  @Override
  public void remove(ModuleName name, Set<RemoveFlag> flags) throws KernelException {
    throw new KernelException("delete_module", Errno.ENOSYS.number());
  }

  @Override
  public ModulesLock lock(LockMode mode, Duration patience, LockListener listener) {
    return () -> {};
  }
}
