package org.moduletools.indexing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.moduletools.files.IoReason;

/**
 * Makes the indexes of a folder {@code lib/modules/RELEASE}, as depmod does, as values or as files.
 *
 * <pre>{@code
 * ModuleIndexer indexer = new ModuleIndexer(
 *     new IndexRequest(Path.of("image/lib/modules/6.1.0-56-amd64")),
 *     problem -> System.err.println(problem.text()));
 * indexer.refresh();
 * }</pre>
 *
 * <p>The folder may be on any file system: a disk, a zip file, in memory. The same modules give the
 * same bytes on each.
 *
 * <p>{@link #index} takes the steps {@link #find}, {@link #read} and {@link ModuleLinks}, which a
 * program can also take one by one. One thread uses an indexer; the modules are read on all
 * processors.
 */
public final class ModuleIndexer {

  private final IndexRequest request;
  private final IndexingListener listener;
  private final RunMemory memory;

  /** The order that is being read for the next {@link #find}. */
  private Optional<ModulesOrder> order = Optional.empty();

  /**
   * An indexer for {@code request}.
   *
   * @param listener receives problems and progress
   */
  public ModuleIndexer(IndexRequest request, IndexingListener listener) {
    this.request = request;
    this.listener = listener;
    this.memory = new RunMemory(request.cache(), request.access().files(), listener);
  }

  /** Begins to read modules.order and the cache of the last run in the background. */
  public void recall() {
    order = Optional.of(new ModulesOrder(request.modules()).begin());
    memory.begin();
  }

  /**
   * Finds the modules, one file for each name.
   *
   * @throws IndexingException if the folder cannot be opened, or a named file is not a regular one
   */
  public FoundModules find() throws IndexingException {
    ModulesOrder listed = order.orElseGet(() -> new ModulesOrder(request.modules()));
    order = Optional.empty();
    return request.named().isEmpty()
        ? new ModuleFinder(request, listener).find(listed)
        : new FoundModules(NamedModules.of(request), listed, true);
  }

  /**
   * Begins to read the existing indexes in {@code output}, to decide whether they are up to date.
   * The earlier this is called, the less {@link Freshness#isUpToDate} waits.
   */
  public Freshness freshness(Path output) {
    boolean maps = request.has(IndexOption.MAP_FILES);
    return new Freshness(request.access().files(), output, request.modules(), maps);
  }

  /**
   * Reads {@code found}.
   *
   * @throws IndexingException if modules.order or a file of the kernel's symbols cannot be read
   */
  public ReadModules read(FoundModules found) throws IndexingException {
    memory.begin();
    SymbolTable symbols = request.symbols();
    NeedsReport report = readKernelSymbols(symbols);
    found.order().report(listener);
    ModuleReader reader = new ModuleReader(listener, request.access());
    List<DepmodModule> modules = reader.read(found.order().sorted(found.modules()), memory);
    return new ReadModules(
        new Run(request, listener, found.isComplete() && !reader.metUnreadable()),
        modules,
        symbols,
        report,
        () -> memory.keep(reader));
  }

  private NeedsReport readKernelSymbols(SymbolTable symbols) throws IndexingException {
    Optional<KernelSymbolFile> file = request.kernelSymbols();
    boolean versions = false;
    if (file.isPresent()) {
      try {
        new KernelExportReader(symbols, listener).read(file.get());
        versions = file.get().form() == KernelSymbolFile.Form.SYMVERS;
      } catch (IOException unreadable) {
        throw new IndexingException(
            "could not load " + file.get().shown() + ": " + IoReason.of(unreadable));
      }
    }
    return new NeedsReport(
        listener,
        request.has(IndexOption.REPORT_NEEDS),
        request.has(IndexOption.REPORT_UNRESOLVED),
        versions);
  }

  /**
   * Makes the indexes, and writes nothing.
   *
   * @throws LoopException if modules need each other in a cycle
   * @throws IndexingException if the indexes cannot be made for another reason
   */
  public ModuleIndex index() throws IndexingException {
    return read(find()).link().index();
  }

  /**
   * Makes the indexes and writes them to the folder of the modules, unless the existing ones are up
   * to date.
   *
   * @return whether they were written
   * @throws IndexingException as {@link #index} does
   * @throws IOException if they cannot be written; then the former ones stay
   */
  public boolean refresh() throws IOException {
    Freshness former = freshness(request.modules());
    FoundModules found = find();
    if (former.isUpToDate(found)) {
      return false;
    }
    read(found).link().index().writeTo(request.modules());
    return true;
  }
}
