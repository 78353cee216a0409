package org.moduletools.depmod;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.moduletools.cli.Crew;
import org.moduletools.cli.Host;
import org.moduletools.cli.IoReason;
import org.moduletools.cli.Messages;
import org.moduletools.cli.Severity;
import org.moduletools.cli.Version;
import org.moduletools.modulecache.CacheStore;
import org.moduletools.modulecache.KeptModule;
import org.moduletools.modulecache.ModuleCache;
import org.moduletools.modulecache.Settled;
import org.moduletools.modulefile.ModuleFile;

/**
 * What a run knows of modules from the one before, and what it leaves to the next. That is for
 * speed alone: without it, and whatever goes wrong with it, the output is the same.
 */
final class RunMemory {

  /**
   * The folder to keep caches in, where the user names none and works on this machine's modules.
   */
  static final String FOLDER = "var/cache/module-tools";

  /** Names another folder, or none at all if it is empty. */
  static final String VARIABLE = "MODULE_TOOLS_DEPMOD_CACHE";

  /** What this many times would still not be all is little. */
  private static final int LITTLE = 200;

  private final Optional<CacheStore> store;
  private final Messages messages;
  private final Settled settled;
  private CompletableFuture<ModuleCache> cache =
      CompletableFuture.completedFuture(ModuleCache.EMPTY);

  private RunMemory(Optional<CacheStore> store, Host host, Messages messages) {
    this.store = store;
    this.messages = messages;
    this.settled = new Settled(host.machine().files());
  }

  /** Makes one that neither knows anything nor leaves anything. */
  static RunMemory none(Host host, Messages messages) {
    return new RunMemory(Optional.empty(), host, messages);
  }

  /**
   * Makes one for {@code modules}, the module directory. To be made before the modules are looked
   * for.
   */
  static RunMemory of(DepmodOptions options, Path modules, Host host, Messages messages) {
    Optional<CacheStore> store = folder(options, host).flatMap(folder -> {
      try {
        int user = CacheStore.user(host.root(), host.machine().files());
        return Optional.of(new CacheStore(folder, user, reader(), modules));
      } catch (IOException unknown) {
        messages.say(Severity.DEBUG, "no cache: " + unknown.getMessage());
        return Optional.empty();
      }
    });
    return new RunMemory(store, host, messages);
  }

  /** What another version reads, or a run that wants other things, may be something else. */
  private static String reader() {
    return Version.text() + String.join(",", ModuleReader.MODINFO_KEYS);
  }

  private static Optional<Path> folder(DepmodOptions options, Host host) {
    if (options.cache().isPresent()) {
      return options.cache().map(host::path);
    }
    Optional<String> variable = Optional.ofNullable(host.environment().get(VARIABLE));
    if (variable.isPresent()) {
      return variable.filter(folder -> !folder.isEmpty()).map(host::path);
    }
    return options.isForAnotherRoot()
        ? Optional.empty() // nothing is written but where the command line says
        : Optional.of(host.root().resolve(FOLDER));
  }

  /** Begins to read what is known, while other things are done. */
  void begin() {
    cache = Crew.OF_PROCESSORS.begin(this::read);
  }

  private ModuleCache read() {
    if (store.isEmpty()) {
      return ModuleCache.EMPTY;
    }
    try {
      return store.get().read();
    } catch (IOException doubtful) {
      messages.say(Severity.DEBUG, "no cache: " + IoReason.withFile(doubtful));
    } catch (RuntimeException unexpected) { // it must not cost the run
      messages.say(Severity.DEBUG, "no cache: " + unexpected);
    }
    return ModuleCache.EMPTY;
  }

  /** Returns what {@code file} holds, if that is known. Waits for what {@link #begin} began. */
  Optional<ModuleFile> recall(FoundModule file) {
    return cache.join().find(file.listed(), file.status());
  }

  /**
   * Leaves to the next run what was read from {@code sound}, all modules that there are and that
   * could be read without complaint. Not for a little: to write the cache takes longer than to read
   * a few modules again.
   *
   * @param newlyReadBytes the size of the files of those that were not recalled
   */
  void keep(List<DepmodModule> sound, long newlyReadBytes) {
    if (store.isEmpty() || !isWorthIt(sound, newlyReadBytes)) {
      return;
    }
    List<KeptModule> kept = new ArrayList<>(sound.size());
    for (DepmodModule module : sound) {
      FoundModule file = module.file();
      if (settled.isSettled(file.file(), file.status())) {
        kept.add(new KeptModule(file.listed(), file.status(), module.content()));
      }
    }
    try {
      store.get().write(kept);
    } catch (IOException refused) {
      messages.say(Severity.DEBUG, "cache not written: " + IoReason.withFile(refused));
    } catch (RuntimeException unexpected) { // as above
      messages.say(Severity.DEBUG, "cache not written: " + unexpected);
    }
  }

  private boolean isWorthIt(List<DepmodModule> sound, long newlyReadBytes) {
    long allBytes = 0;
    for (DepmodModule module : sound) {
      allBytes += module.file().status().sizeBytes();
    }
    int known = cache.join().size();
    return newlyReadBytes * LITTLE > allBytes || (known - sound.size()) * LITTLE > known;
  }
}
