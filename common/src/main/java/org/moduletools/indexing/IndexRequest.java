package org.moduletools.indexing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moduletools.config.ConfigFiles;
import org.moduletools.config.DepmodConfig;
import org.moduletools.files.SystemRoot;
import org.moduletools.kernel.TimeSource;
import org.moduletools.module.KernelRelease;
import org.moduletools.modulecache.CacheStore;

/**
 * The modules to index, and how to do it. One thread fills it before it is used.
 *
 * <p>By default all modules of a folder are indexed, without any configuration: those in
 * {@code updates} replace others of the same name.
 */
public final class IndexRequest {

  private final Path modules;
  private final KernelRelease release;
  private final Set<IndexOption> options = EnumSet.noneOf(IndexOption.class);
  private final List<Path> named = new ArrayList<>();
  private Path workingDirectory;
  private SystemRoot system = SystemRoot.MACHINE;
  private DepmodConfig config = DepmodConfig.read(ConfigFiles.named(List.of(), List.of()));
  private SymbolTable symbols = SymbolTable.withoutPrefix();
  private FileAccess access = FileAccess.BY_JAVA;
  private TimeSource time = TimeSource.SYSTEM;
  private @Nullable KernelSymbolFile kernelSymbols;
  private @Nullable CacheStore cache;

  /** Requests the indexes of {@code modules}, a folder named after its kernel's release. */
  public IndexRequest(Path modules) {
    this(modules, new KernelRelease(String.valueOf(modules.getFileName())));
  }

  /** Requests the indexes of {@code modules}, the folder of {@code release}. */
  public IndexRequest(Path modules, KernelRelease release) {
    this.modules = modules;
    this.release = release;
    this.workingDirectory = modules.getFileSystem().getPath("").toAbsolutePath();
  }

  /** Adds {@code option}. */
  public IndexRequest with(IndexOption option) {
    options.add(option);
    return this;
  }

  /**
   * Follows {@code depmodConfig}: external directories, and the order among files with one name.
   */
  public IndexRequest config(DepmodConfig depmodConfig) {
    config = depmodConfig;
    return this;
  }

  /** Resolves relative paths of the configuration against {@code directory}. */
  public IndexRequest relativeTo(Path directory) {
    workingDirectory = directory;
    return this;
  }

  /** Resolves absolute paths of the configuration in the system below {@code root}. */
  public IndexRequest root(Path root) {
    system = SystemRoot.of(root);
    return this;
  }

  /** Indexes {@code files} in place of all modules. The configuration is ignored then. */
  public IndexRequest only(List<Path> files) {
    named.clear();
    named.addAll(files);
    return this;
  }

  /** Compares the modules' needs with the kernel's exports in {@code file}. */
  public IndexRequest kernelSymbols(KernelSymbolFile file) {
    kernelSymbols = file;
    return this;
  }

  /** Removes {@code prefix} from symbols, for architectures that have one. */
  public IndexRequest symbolPrefix(char prefix) {
    symbols = SymbolTable.withPrefix(prefix);
    return this;
  }

  /** Finds and reads modules by {@code means}. For the programs of module-tools. */
  @SuppressWarnings("exports")
  public IndexRequest access(FileAccess means) {
    access = means;
    return this;
  }

  /** Uses {@code clock} to wait while another depmod writes. */
  public IndexRequest time(TimeSource clock) {
    time = clock;
    return this;
  }

  /**
   * Caches data of modules for the next run.
   *
   * @param folder the folder of the cache, which need not exist; an absolute path
   * @param user this process' effective user number
   * @param version the version of the program; caches of other versions are not read
   */
  public IndexRequest cacheIn(Path folder, int user, String version) {
    String reader = version + String.join(",", ModuleReader.MODINFO_KEYS);
    cache = new CacheStore(folder, user, reader, modules);
    return this;
  }

  boolean has(IndexOption option) {
    return options.contains(option);
  }

  Path modules() {
    return modules;
  }

  KernelRelease release() {
    return release;
  }

  Path workingDirectory() {
    return workingDirectory;
  }

  /** Returns the file at {@code path} of the configuration. */
  Path inSystem(String path) {
    return system.follow(system.inside(workingDirectory.resolve(path)));
  }

  DepmodConfig config() {
    return config;
  }

  List<Path> named() {
    return named;
  }

  /** Returns an empty table of symbols. */
  SymbolTable symbols() {
    return symbols.emptied();
  }

  FileAccess access() {
    return access;
  }

  TimeSource time() {
    return time;
  }

  Optional<KernelSymbolFile> kernelSymbols() {
    return Optional.ofNullable(kernelSymbols);
  }

  Optional<CacheStore> cache() {
    return Optional.ofNullable(cache);
  }
}
