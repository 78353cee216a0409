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
 * The cache of module data between runs. It is for speed alone: without it, and whatever its
 * faults, the output is the same.
 */
final class RunMemory {

  /** Changes below 1/200 are not worth a rewrite. */
  private static final int LITTLE = 200;

  private final Optional<CacheStore> store;
  private final IndexingListener listener;
  private final Settled settled;
  private boolean begun;
  private CompletableFuture<ModuleCache> cache =
      CompletableFuture.completedFuture(ModuleCache.EMPTY);

  /** Uses {@code store}, or without one keeps nothing. To be made before the modules are found. */
  RunMemory(Optional<CacheStore> store, FileLister files, IndexingListener listener) {
    this.store = store;
    this.listener = listener;
    this.settled = new Settled(files);
  }

  /** Begins to read the cache in the background. A second call does nothing. */
  void begin() {
    if (!begun && store.isPresent()) {
      begun = true;
      cache = Crew.OF_PROCESSORS.begin(() -> read(store.get()));
    }
  }

  private ModuleCache read(CacheStore kept) {
    try {
      return kept.read();
    } catch (IOException doubtful) {
      listener.problem(IndexProblem.debug("no cache: " + IoReason.withFile(doubtful)));
    } catch (RuntimeException unexpected) { // it must not fail the run
      listener.problem(IndexProblem.debug("no cache: " + unexpected));
    }
    return ModuleCache.EMPTY;
  }

  /** Returns the content of {@code file}, if it is cached. Waits for {@link #begin}. */
  Optional<ModuleFile> recall(FoundModule file) {
    return cache.join().find(file.listed(), file.status());
  }

  /**
   * Writes the cache from the modules that {@code reader} has read without complaint. A small
   * change is not written: writing the cache takes longer than reading a few modules again.
   */
  void keep(ModuleReader reader) {
    List<DepmodModule> sound = reader.sound();
    if (store.isEmpty() || !isWorthIt(reader, sound.size())) {
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

  private boolean isWorthIt(ModuleReader reader, int sound) {
    int known = cache.join().size();
    return reader.newlyReadBytes() * LITTLE > reader.bytes() || (known - sound) * LITTLE > known;
  }
}
