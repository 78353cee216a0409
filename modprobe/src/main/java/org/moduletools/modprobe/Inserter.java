package org.moduletools.modprobe;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.moduletools.cli.Severity;
import org.moduletools.diagnosis.InitFailure;
import org.moduletools.diagnosis.LoadRefusal;
import org.moduletools.diagnosis.ParameterNote;
import org.moduletools.files.IoReason;
import org.moduletools.kernel.Errno;
import org.moduletools.kernel.KernelException;
import org.moduletools.kernel.LockTimeoutException;
import org.moduletools.kernel.ModuleState;
import org.moduletools.loading.Transition;
import org.moduletools.module.ModuleName;
import org.moduletools.tree.LoadStep;
import org.moduletools.tree.Mask;
import org.moduletools.tree.ResolvedModule;

/**
 * Loads modules with all that they need (kmod 34, libkmod/libkmod-module.c:
 * kmod_module_probe_insert_module). Which modules those are is known before ({@link LoadStep});
 * whether one is loaded already is asked just before its turn.
 */
final class Inserter implements Loader {

  private final Installation installation;
  private final Transition transition;
  private final Effects effects;
  private final Report report;
  private final Set<InsertOption> options;

  /** {@code transition} returns whether a module is loaded. */
  Inserter(
      Installation installation,
      Transition transition,
      Effects effects,
      Report report,
      Set<InsertOption> options) {
    this.installation = installation;
    this.transition = transition;
    this.effects = effects;
    this.report = report;
    this.options = Set.copyOf(options);
  }

  @Override
  public void insert(ResolvedModule target, GivenParameters parameters) throws InsertException {
    if (!isToBeLoaded(target)) {
      return;
    }
    List<LoadStep> steps = installation.catalog().loadOrder(target, ignoresCommands());
    refuseMasked(target.name(), steps);
    try {
      for (LoadStep step : steps) {
        boolean isTarget = step.module().equals(target);
        take(step, isTarget ? parameters : GivenParameters.NONE, isTarget);
      }
    } catch (LockTimeoutException locked) {
      throw InsertException.because(String.valueOf(locked.getMessage()));
    } finally {
      effects.release();
    }
  }

  /** Fails if {@code target}, or what it needs and is not loaded, is masked. */
  void refuseMasked(ResolvedModule target) throws InsertException {
    if (installation.config().hasMasks()) {
      refuseMasked(target.name(), installation.catalog().loadOrder(target, ignoresCommands()));
    }
  }

  /** Fails before anything is loaded; masks of modules in the kernel do not count. */
  private void refuseMasked(ModuleName target, List<LoadStep> steps) throws InsertException {
    if (!installation.config().hasMasks()) {
      return;
    }
    for (LoadStep step : steps) {
      if (step.required() && !isInKernel(step.module().name())) {
        refuseMasked(target, step.module().name());
      }
    }
  }

  /** Fails if {@code module}, which {@code target} is or needs, is masked. */
  private void refuseMasked(ModuleName target, ModuleName module) throws InsertException {
    Catalog catalog = installation.catalog();
    Optional<Mask> mask = catalog
        .ownMask(module)
        .filter(own -> own.module().equals(module) || !isInKernel(own.module()));
    if (mask.isPresent()) {
      throw InsertException.masked(catalog.maskedBy(mask.get(), target), mask.get());
    }
  }

  /**
   * Returns whether anything is to be done for {@code target}: it is neither loaded nor
   * blacklisted.
   *
   * @throws InsertException if it is loaded, and that is an error
   */
  boolean isToBeLoaded(ResolvedModule target) throws InsertException {
    if (isInKernel(target.name())) {
      if (options.contains(InsertOption.FIRST_TIME)) {
        throw InsertException.becauseLoaded();
      }
      return false;
    }
    return !installation.config().isBlacklisted(target.name())
        || (target.reachedBy().isEmpty() && !options.contains(InsertOption.USE_BLACKLIST));
  }

  /** Returns whether the targets' own install commands and softdeps are ignored. */
  boolean ignoresCommands() {
    return options.contains(InsertOption.IGNORE_COMMANDS);
  }

  /**
   * Does one step. Failures of softdeps are ignored, and so are modules that another process has
   * loaded meanwhile.
   */
  private void take(LoadStep step, GivenParameters parameters, boolean isTarget)
      throws InsertException, LockTimeoutException {
    try {
      effects.hold();
      once(step, parameters, isTarget);
    } catch (InsertException failed) {
      boolean mayBeLoaded = !isTarget || !options.contains(InsertOption.FIRST_TIME);
      if (step.required() && !(failed.alreadyLoaded() && mayBeLoaded)) {
        throw failed;
      }
    }
  }

  /**
   * Does one step, whose module must not be loaded.
   *
   * @throws InsertException if it is, or cannot be loaded
   */
  void once(LoadStep step, GivenParameters parameters, boolean isTarget) throws InsertException {
    if (isInKernel(step.module().name())) {
      throw InsertException.becauseLoaded();
    }
    refuseMasked(step.module().name(), step.module().name()); // gone again, or not required
    install(step, parameters, isTarget);
  }

  private void install(LoadStep step, GivenParameters parameters, boolean isTarget)
      throws InsertException {
    ResolvedModule target = step.module();
    HandedParameters handed = new HandedParameters(target, parameters, installation.config());
    String all = handed.text();
    Optional<String> command =
        step.commands() ? installation.config().installOf(target.name()) : Optional.empty();
    if (command.isPresent()) {
      report.actions().install(target.name(), command.get(), all);
      run(command.get(), target.name(), all);
      return;
    }
    Optional<String> file = installation.catalog().file(step);
    if (file.isPresent()) {
      report.actions().insmod(target.name(), file.get(), all);
      load(handed, file.get(), all, isTarget);
    } else if (installation.catalog().isBuiltin(target.name())) {
      report.actions().builtin(target.name());
    } else if (!effects.equals(Effects.NONE)) {
      report.messages().error("could not find module by name='" + target.name() + "'");
      throw InsertException.of(new KernelException("open", Errno.ENOENT.number()));
    }
  }

  private void run(String command, ModuleName module, String parameters) throws InsertException {
    try {
      int status = effects.run(command.replace("$CMDLINE_OPTS", parameters), module);
      if (status != 0) {
        report
            .messages()
            .error("Error running install command '" + command + "' for module " + module
                + ": retcode " + status);
        throw InsertException.because("Invalid argument");
      }
    } catch (CommandLoopException | KernelException failed) {
      throw InsertException.because(String.valueOf(failed.getMessage()));
    }
  }

  private void load(HandedParameters handed, String file, String parameters, boolean isTarget)
      throws InsertException {
    ModuleName module = handed.module().name();
    Path path = installation.catalog().path(file);
    List<ParameterNote> wrong = List.of();
    if (!parameters.isEmpty()
        && !effects.equals(Effects.NONE)
        && report.messages().shows(Severity.NOTE)) {
      wrong = handed.notes(path);
    }
    for (ParameterNote note : wrong) {
      if (note.problem().isPassedOver()) {
        report.messages().note(note.inWords());
      }
    }
    try {
      try {
        effects.load(path, parameters, isTarget);
      } catch (KernelException refused) {
        if (refused.errno() != Errno.EBUSY) {
          throw refused;
        }
        if (isInKernel(module)) {
          throw InsertException.becauseLoaded();
        }
        effects.load(path, parameters, isTarget); // it was going away, and is gone now
      }
    } catch (KernelException refused) {
      LoadRefusal refusal = new LoadRefusal(module, path, refusedOnes(wrong), refused.errno());
      if (refused.errno() == Errno.EEXIST) {
        throw whatExists(refusal, isTarget && options.contains(InsertOption.FIRST_TIME));
      }
      throw refused.call().equals("open") || refused.saysMore()
          ? InsertException.of(refused)
          : InsertException.of(refused, refusal);
    } catch (NoSuchFileException missing) {
      throw InsertException.because(file + ": No such file or directory; run depmod");
    } catch (IOException unreadable) {
      throw InsertException.because(file + ": " + IoReason.of(unreadable));
    }
  }

  /**
   * Another process was quicker, or else the module's own init function has met what it registers.
   * Both are success for kmod, unless the module must not be loaded; the latter is told of.
   */
  private InsertException whatExists(LoadRefusal refusal, boolean isError) {
    ModuleName module = refusal.module();
    if (isInKernel(module) || isInKernel(refusal.ownName())) {
      return InsertException.becauseLoaded();
    }
    if (!isError) {
      report.messages().note(module + ": " + new InitFailure(refusal.errno()).inWords());
    }
    return InsertException.becauseOfTwin(refusal);
  }

  private static List<ParameterNote> refusedOnes(List<ParameterNote> wrong) {
    return wrong.stream().filter(note -> !note.problem().isPassedOver()).toList();
  }

  /** Returns whether {@code module} need not be loaded; waits if it comes or goes. */
  private boolean isInKernel(ModuleName module) {
    if (options.contains(InsertOption.IGNORE_LOADED)) {
      return false;
    }
    return installation.catalog().isBuiltin(module)
        || transition.settled(module) == ModuleState.LIVE;
  }
}
