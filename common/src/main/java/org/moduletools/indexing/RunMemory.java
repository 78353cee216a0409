package org.moduletools.indexing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.moduletools.files.FileLister;
import org.moduletools.files.IoReason;
import org.moduletools.modulecache.CacheStore;
import org.moduletools.modulecache.KeptModule;
import org.moduletools.modulecache.ModuleCache;
import org.moduletools.modulecache.Settled;
import org.moduletools.modulefile.ModuleFile;
import org.moduletools.work.Crew;

/**
 * What a run knows of modules from the one before, and what it leaves to the next. That is for
 * speed alone: without it, and whatever goes wrong with it, the output is the same.
 */
final class RunMemory {

  /** A change below one part of this many is not worth writing the cache again. */
  private static final int LITTLE = 200;

  private final Optional<CacheStore> store;
  private final IndexingListener listener;
  private final Settled settled;
  private boolean begun;
  private CompletableFuture<ModuleCache> cache =
      CompletableFuture.completedFuture(ModuleCache.EMPTY);

  /**
   * Makes one that keeps modules in {@code store}, or without one keeps nothing. To be made before
   * the modules are looked for.
   */
  RunMemory(Optional<CacheStore> store, FileLister files, IndexingListener listener) {
    this.store = store;
    this.listener = listener;
    this.settled = new Settled(files);
  }

  /** Begins to read what is known, while other things are done; the second time does nothing. */
  void begin() {
    if (!begun) {
      begun = true;
      cache = Crew.OF_PROCESSORS.begin(this::read);
    }
  }

  private ModuleCache read() {
    if (store.isEmpty()) {
      return ModuleCache.EMPTY;
    }
    try {
      return store.get().read();
    } catch (IOException doubtful) {
      listener.problem(IndexProblem.debug("no cache: " + IoReason.withFile(doubtful)));
    } catch (RuntimeException unexpected) { // it must not cost the run
      listener.problem(IndexProblem.debug("no cache: " + unexpected));
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
      listener.problem(IndexProblem.debug("cache not written: " + IoReason.withFile(refused)));
    } catch (RuntimeException unexpected) { // as above
      listener.problem(IndexProblem.debug("cache not written: " + unexpected));
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
