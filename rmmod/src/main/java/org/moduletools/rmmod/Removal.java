package org.moduletools.rmmod;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.moduletools.cli.Host;
import org.moduletools.cli.Messages;
import org.moduletools.cli.Notes;
import org.moduletools.cli.Severity;
import org.moduletools.diagnosis.Cause;
import org.moduletools.diagnosis.RemovalRefusal;
import org.moduletools.diagnosis.UnknownName;
import org.moduletools.index.BuiltinModules;
import org.moduletools.index.ModuleDirectory;
import org.moduletools.index.ModulesDep;
import org.moduletools.kernel.Errno;
import org.moduletools.kernel.Kernel;
import org.moduletools.kernel.KernelException;
import org.moduletools.kernel.ModuleState;
import org.moduletools.kernel.RemoveFlag;
import org.moduletools.loading.LoadedUsers;
import org.moduletools.loading.Refusal;
import org.moduletools.loading.Transition;
import org.moduletools.module.ModuleName;

/** Removes single modules from the running kernel, in the words of kmod 34 (tools/rmmod.c). */
final class Removal implements AutoCloseable {

  private final Host host;
  private final Kernel kernel;
  private final Transition transition;
  private final Messages messages;
  private final RmmodOptions options;
  private final BuiltinModules builtins;
  private final ModulesDep dependencies;

  Removal(Host host, Messages messages, RmmodOptions options) {
    this.host = host;
    this.kernel = host.kernel();
    this.transition =
        new Transition(host.kernel(), host.time(), Transition.PATIENCE, messages::warning);
    this.messages = messages;
    this.options = options;
    ModuleDirectory directory = new ModuleDirectory(host.moduleDirectory(kernel.release()));
    this.builtins = new BuiltinModules(directory, messages::error);
    this.dependencies = new ModulesDep(directory, messages::error);
  }

  /**
   * Waits while {@code module} is coming or going. Not under the lock: while it is coming, it may
   * have others loaded.
   */
  void settle(ModuleName module) {
    transition.settled(module);
  }

  /**
   * Removes {@code module} under the lock, or reports why it cannot be removed.
   *
   * @param operand its name in the user's spelling
   * @return whether it is removed
   */
  boolean remove(ModuleName module, String operand) {
    if (!options.force && !mayGo(module)) {
      return false;
    }
    try {
      kernel.remove(module, flags());
      return true;
    } catch (KernelException refused) {
      if (refused.errno() == Errno.ENOSYS) {
        messages.error("Module unloading is not supported");
        noteWhy(module, refused.errno());
        return false;
      }
      String reason = Refusal.reason(refused, module, kernel);
      messages.error("could not remove '" + module + "': " + reason);
      messages.error("could not remove module " + operand + ": " + reason);
      noteWhy(module, refused.errno());
      return false;
    }
  }

  private Set<RemoveFlag> flags() {
    Set<RemoveFlag> flags = EnumSet.noneOf(RemoveFlag.class);
    if (!options.wait) {
      flags.add(RemoveFlag.NO_WAIT);
    }
    if (options.force) {
      flags.add(RemoveFlag.FORCE);
    }
    return flags;
  }

  private boolean mayGo(ModuleName module) {
    ModuleState state = kernel.state(module);
    if (isBuiltin(module)) {
      messages.error("Module " + module + " is builtin.");
      return false;
    }
    if (state == ModuleState.ABSENT || state == ModuleState.BUILTIN) {
      messages.error("Module " + module + " is not currently loaded");
      new Notes(host, messages).say(() -> likeOneThatIsLoaded(module));
      return false;
    }
    return options.wait || isUnused(module);
  }

  private void noteWhy(ModuleName module, Errno errno) {
    RemovalRefusal refusal = new RemovalRefusal(module, errno);
    new Notes(host, messages).sayOf(tree -> refusal.causes(tree, kernel, host.root()));
  }

  private List<Cause> likeOneThatIsLoaded(ModuleName module) {
    try {
      List<String> loaded =
          kernel.loadedModules().stream().map(other -> other.name().value()).toList();
      UnknownName name = UnknownName.of(module.value(), loaded);
      return name.isTelling() ? List.of(name) : List.of();
    } catch (IOException notTold) {
      return List.of();
    }
  }

  private boolean isBuiltin(ModuleName module) {
    try {
      return builtins.contains(module);
    } catch (IOException unreadable) {
      messages.warning(String.valueOf(unreadable.getMessage()));
      return false; // the kernel decides anyway
    }
  }

  private boolean isUnused(ModuleName module) {
    LoadedUsers users = LoadedUsers.of(module, kernel, dependencies::find);
    if (!users.isFromKernel()) {
      messages.say(
          Severity.NOTICE,
          "the kernel does not list the users of " + module + "; modules.dep is used");
    }
    if (!users.users().isEmpty()) {
      String names = users.users().stream().map(ModuleName::value).collect(Collectors.joining(" "));
      messages.error("Module " + module + " is in use by: " + names);
      noteWhy(module, Errno.EAGAIN);
      return false;
    }
    if (kernel.references(module).orElse(0) > 0) {
      messages.error("Module " + module + " is in use");
      noteWhy(module, Errno.EAGAIN);
      return false;
    }
    return true;
  }

  @Override
  public void close() {
    builtins.close();
    dependencies.close();
  }
}
