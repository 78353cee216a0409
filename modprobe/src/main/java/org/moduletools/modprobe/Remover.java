package org.moduletools.modprobe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.moduletools.cli.Severity;
import org.moduletools.config.Softdeps;
import org.moduletools.diagnosis.RemovalRefusal;
import org.moduletools.kernel.BoundedWait;
import org.moduletools.kernel.Errno;
import org.moduletools.kernel.KernelException;
import org.moduletools.kernel.LockTimeoutException;
import org.moduletools.kernel.ModuleState;
import org.moduletools.kernel.RemoveFlag;
import org.moduletools.loading.LoadedNeeds;
import org.moduletools.loading.LoadedUsers;
import org.moduletools.loading.Refusal;
import org.moduletools.loading.Transition;
import org.moduletools.machine.Machine;
import org.moduletools.module.ModuleName;
import org.moduletools.tree.ResolvedModule;

/**
 * Removes modules (kmod 34, tools/modprobe.c: rmmod_do_module):
 *
 * <ol>
 *   <li>its post softdeps, last first
 *   <li>if asked for, the modules that use it, and before them those that use these
 *   <li>itself, or its remove command instead
 *   <li>the modules that it needed and nothing uses any more, users before used, so that the whole
 *       chain is removed
 *   <li>its pre softdeps, last first
 * </ol>
 */
final class Remover {

  /** The greatest length of a chain of softdeps; a machine has some hundred modules loaded. */
  private static final int MAX_DEPTH = 500;

  private final Installation installation;
  private final Machine machine;
  private final Transition transition;
  private final Effects effects;
  private final Report report;
  private final Set<RemoveOption> options;
  private final Duration patience;
  private final Set<ModuleName> begun = new HashSet<>();
  private final Set<ModuleName> usersBegun = new HashSet<>();

  /**
   * Tries for {@code patience} to remove a module that is in use; {@code transition} returns
   * whether a module is loaded.
   */
  Remover(
      Installation installation,
      Machine machine,
      Transition transition,
      Effects effects,
      Report report,
      Set<RemoveOption> options,
      Duration patience) {
    this.installation = installation;
    this.machine = machine;
    this.transition = transition;
    this.effects = effects;
    this.report = report;
    this.options = Set.copyOf(options);
    this.patience = patience;
  }

  /**
   * Removes {@code module} as named on the command line.
   *
   * @throws RemoveException if it, or with {@link RemoveOption#HOLDERS} one that uses it, cannot be
   *     removed
   */
  void remove(ModuleName module) throws RemoveException {
    begun.clear();
    usersBegun.clear();
    try {
      remove(module, 0);
    } catch (LockTimeoutException locked) {
      throw RemoveException.error("could not remove '" + module + "': " + locked.getMessage());
    } finally {
      effects.release();
    }
  }

  /**
   * Removes a module.
   *
   * @param depth how many others led to it: none if it was named on the command line
   */
  private void remove(ModuleName module, int depth) throws RemoveException, LockTimeoutException {
    if (!begun.add(module)) {
      return; // softdeps in a circle
    }
    if (depth == MAX_DEPTH) {
      throw RemoveException.fatal(
          "Module " + module + " is reached by " + MAX_DEPTH + " softdeps in a row; shorten them.");
    }
    boolean isNamed = depth == 0;
    boolean commands = !(isNamed && options.contains(RemoveOption.IGNORE_COMMANDS));
    Softdeps softdeps =
        commands ? installation.config().softdepsOf(module) : new Softdeps(List.of(), List.of());
    Optional<String> command = commands ? installation.config().removeOf(module) : Optional.empty();
    if (command.isEmpty() && !isRemovable(module, isNamed)) {
      return;
    }
    removeEach(softdeps.post(), depth + 1);
    if (isNamed && options.contains(RemoveOption.HOLDERS)) {
      removeUsers(module);
    }
    if (command.isPresent()) {
      run(command.get(), module);
    } else if (options.contains(RemoveOption.IGNORE_LOADED)
        || isLoaded(machine.kernel().state(module))) {
      requireUnused(module); // it is gone already if it was a dependency of those above
      List<ModuleName> needed = neededBy(module);
      delete(module);
      removeUnused(needed);
    }
    removeEach(softdeps.pre(), depth + 1);
  }

  /**
   * Returns whether there is anything to do: whether {@code module} is loaded and not a part of the
   * kernel.
   */
  private boolean isRemovable(ModuleName module, boolean isNamed)
      throws RemoveException, LockTimeoutException {
    if (options.contains(RemoveOption.IGNORE_LOADED)) {
      return true;
    }
    if (installation.catalog().isBuiltin(module)) {
      if (isNamed) {
        throw RemoveException.fatal("Module " + module + " is builtin.");
      }
      return false;
    }
    effects.release(); // while it comes, it may have others loaded
    ModuleState state = transition.settled(module);
    boolean isKnown = installation.catalog().file(module).isPresent();
    if (isNamed && state == ModuleState.BUILTIN && !isKnown) {
      throw RemoveException.fatal("Module " + module + " is builtin.");
    }
    if (isLoaded(state)) {
      effects.hold();
      if (isLoaded(machine.kernel().state(module))) {
        return true;
      }
    }
    if (isNamed && options.contains(RemoveOption.FIRST_TIME)) {
      throw RemoveException.fatal("Module " + module + " is not in kernel.");
    }
    return false;
  }

  private static boolean isLoaded(ModuleState state) {
    return state != ModuleState.ABSENT && state != ModuleState.BUILTIN;
  }

  /** Removes the modules of each of {@code names}, last first. Ordinary failures are ignored. */
  private void removeEach(List<String> names, int depth)
      throws RemoveException, LockTimeoutException {
    List<ResolvedModule> targets = new ArrayList<>();
    for (String name : names) {
      targets.addAll(installation.catalog().resolve(name));
    }
    Collections.reverse(targets);
    for (ResolvedModule target : targets) {
      try {
        remove(target.name(), depth);
      } catch (RemoveException failed) {
        if (failed.isFatal() && !options.contains(RemoveOption.GO_ON)) {
          throw failed;
        }
        report.messages().warning(String.valueOf(failed.getMessage()));
      }
    }
  }

  /**
   * Removes those that use {@code module}, and before them those that use these. By modules.dep
   * they may use each other: then each is begun once, and the kernel decides.
   */
  private void removeUsers(ModuleName module) throws RemoveException, LockTimeoutException {
    if (!usersBegun.add(module)) {
      return;
    }
    List<ModuleName> users = new ArrayList<>(users(module).users());
    Collections.reverse(users);
    for (ModuleName user : users) {
      removeUsers(user);
      remove(user, 1);
    }
  }

  private LoadedUsers users(ModuleName module) {
    LoadedUsers users = installation.catalog().loadedUsers(module, machine.kernel());
    if (!users.isFromKernel() && !users.users().isEmpty()) {
      report
          .messages()
          .say(
              Severity.NOTICE,
              "the kernel does not list the users of " + module + "; by modules.dep it is "
                  + users.users());
    }
    return users;
  }

  private void requireUnused(ModuleName module) throws RemoveException {
    if (options.contains(RemoveOption.IGNORE_LOADED) || !patience.isZero()) {
      return;
    }
    boolean inUse = machine.kernel().references(module).orElse(0) > 0
        || !usersBegun.containsAll(users(module).users());
    if (inUse) {
      throw RemoveException.inUse(module);
    }
  }

  /** Removes the module itself; tries again while it is in use and patience lasts. */
  private void delete(ModuleName module) throws RemoveException, LockTimeoutException {
    report.actions().rmmod(module);
    Set<RemoveFlag> flags = EnumSet.of(RemoveFlag.NO_WAIT);
    if (options.contains(RemoveOption.FORCE)) {
      flags.add(RemoveFlag.FORCE);
    }
    BoundedWait wait = new BoundedWait(machine.time(), patience, report.messages()::warning);
    while (true) {
      try {
        effects.hold();
        effects.remove(module, flags);
        return;
      } catch (KernelException refused) {
        effects.release(); // its user may have to load something before it ends
        if (refused.errno() != Errno.EAGAIN
            || !wait.goesOn("module " + module + ", which is in use")) {
          throw RemoveException.error(
              "could not remove '" + module + "': "
                  + Refusal.reason(refused, module, machine.kernel()),
              new RemovalRefusal(module, refused.errno()));
        }
      }
    }
  }

  private void run(String command, ModuleName module) throws RemoveException {
    String shown = command.replace("$CMDLINE_OPTS", "");
    report.actions().remove(module, shown);
    try {
      if (effects.run(shown, module) != 0) {
        throw RemoveException.fatal("Error running remove command for " + module);
      }
    } catch (CommandLoopException | KernelException failed) {
      throw RemoveException.fatal(
          "Error running remove command for " + module + ": " + failed.getMessage());
    }
  }

  /** Returns the needs of {@code module}, users first: by modules.dep, or else by the kernel. */
  private List<ModuleName> neededBy(ModuleName module) {
    return installation.catalog().file(module).isPresent()
            || options.contains(RemoveOption.IGNORE_LOADED)
        ? installation.catalog().dependenciesUsersFirst(module)
        : LoadedNeeds.of(module, machine.kernel());
  }

  /** Removes those of {@code needed} that are unused now. Failures are ignored. */
  private void removeUnused(List<ModuleName> needed) throws LockTimeoutException {
    for (ModuleName dependency : needed) {
      if (machine.kernel().references(dependency).orElse(1) != 0) {
        continue;
      }
      try {
        report.actions().rmmod(dependency);
        effects.hold();
        effects.remove(dependency, EnumSet.of(RemoveFlag.NO_WAIT));
      } catch (KernelException stays) {
        report
            .messages()
            .say(Severity.INFO, "could not remove '" + dependency + "': " + stays.getMessage());
      }
    }
  }
}
