package org.moduletools.kernel;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.moduletools.module.KernelRelease;
import org.moduletools.module.ModuleName;

/**
 * A kernel for tests. It keeps use counts and holders as the real one does, refuses what it was
 * told to refuse, and writes down each call. It fails the test where the lock is not used as it
 * must be:
 *
 * <ul>
 *   <li>modules go in under the shared lock only, never under the exclusive one;
 *   <li>modules go out under the exclusive lock only;
 *   <li>no command runs while the lock is held;
 *   <li>the lock is not taken twice.
 * </ul>
 *
 * <p>Several threads may load modules; no watcher of theirs makes another one wait.
 */
public final class FakeKernel implements Kernel {

  private static final int MODULE_SIZE = 16384;

  private final Map<ModuleName, List<ModuleName>> needs = new HashMap<>();
  private final Map<ModuleName, Integer> loaded = new LinkedHashMap<>();
  private final Map<ModuleName, Deque<ModuleState>> toldStates = new HashMap<>();
  private final Map<ModuleName, Deque<Errno>> insertRefusals = new HashMap<>();
  private final Set<ModuleName> raced = new HashSet<>();
  private final Map<ModuleName, Deque<Errno>> removeRefusals = new HashMap<>();
  private final Map<String, ModuleName> images = new HashMap<>();
  private final List<String> calls = new ArrayList<>();
  private KernelRelease release = new KernelRelease("6.1.0-21-amd64");
  private Optional<String> compression = Optional.empty();
  private String log = "";
  private Duration uptime = Duration.ZERO;
  private boolean keepsCounts = true;
  private boolean hasProcModules = true;
  private volatile Optional<LockMode> lock = Optional.empty();
  private List<LockHolder> lockHolders = List.of();
  private Consumer<LockListener> lockEvents = listener -> {};
  private Consumer<String> watcher = call -> {};
  private final List<Duration> patiences = new ArrayList<>();

  /** Lets the kernel be of this release. */
  public void runs(String newRelease) {
    release = new KernelRelease(newRelease);
  }

  /** Lets the kernel undo this compression itself. */
  public void undoes(String algorithm) {
    compression = Optional.of(algorithm);
  }

  /** Lets the kernel's log hold these lines. */
  public void logs(String... lines) {
    log = String.join("\n", lines) + "\n";
  }

  /** Lets the kernel keep no use counts and tell no holders. */
  public void keepsNoCounts() {
    keepsCounts = false;
  }

  /** Lets /proc/modules be missing. */
  public void hasNoProcModules() {
    hasProcModules = false;
  }

  /**
   * Lets {@code module} use those it {@code needs} when it is loaded; without them it is refused.
   */
  public void knows(String module, String... needed) {
    needs.put(new ModuleName(module), Arrays.stream(needed).map(ModuleName::new).toList());
  }

  /** Lets {@code image} be the content of {@code module}. */
  public void knowsImage(byte[] image, String module) {
    images.put(Arrays.toString(image), new ModuleName(module));
  }

  /** Lets modules be loaded from the start, in this order. */
  public synchronized void hasLoaded(String... modules) {
    for (String module : modules) {
      loaded.put(new ModuleName(module), 0);
    }
  }

  /** Lets something that is no module use {@code module}, {@code times} times. */
  public synchronized void uses(String module, int times) {
    loaded.put(new ModuleName(module), times);
  }

  /** Lets {@link #state} answer so, one after another; the last answer stays. */
  public synchronized void saysOf(String module, ModuleState... states) {
    toldStates.put(new ModuleName(module), new ArrayDeque<>(List.of(states)));
  }

  /** Lets the next attempts to load {@code module} fail, one for each of {@code reasons}. */
  public synchronized void refusesToInsert(String module, Errno... reasons) {
    insertRefusals.put(new ModuleName(module), new ArrayDeque<>(List.of(reasons)));
  }

  /** Lets another process load {@code modules} just before they go in. */
  public synchronized void isQuickerWith(String... modules) {
    for (String module : modules) {
      raced.add(new ModuleName(module));
    }
  }

  /** Lets the next attempts to remove {@code module} fail, one for each of {@code reasons}. */
  public synchronized void refusesToRemove(String module, Errno... reasons) {
    removeRefusals.put(new ModuleName(module), new ArrayDeque<>(List.of(reasons)));
  }

  /** Lets {@code watcher} see each call of {@link #calls} just before it has an effect. */
  public void isWatchedBy(Consumer<String> newWatcher) {
    watcher = newWatcher;
  }

  /** Returns how long each taker of the lock would have waited, in order. */
  public List<Duration> patiences() {
    return Collections.unmodifiableList(patiences);
  }

  /** Lets others hold the lock for longer than anybody's patience. */
  public void isLockedBy(LockHolder... holders) {
    lockHolders = List.of(holders);
  }

  /** Lets the listener hear something when the lock is taken. */
  public void whenLocking(Consumer<LockListener> events) {
    lockEvents = events;
  }

  /** To be called by a fake that stands for the shell, before each command. */
  public void commandStarts(String command) {
    if (lock.isPresent()) {
      throw new AssertionError("a command runs while the lock is held: " + command);
    }
    note("command " + command);
  }

  /**
   * Returns what was called, in order: {@code lock shared}, {@code insert /lib/llc.ko},
   * {@code insert /lib/dummy.ko numdummies=2 [IGNORE_VERMAGIC]}, {@code insertImage dummy},
   * {@code remove llc [NO_WAIT]}, {@code unlock}, {@code command true}.
   */
  public List<String> calls() {
    return Collections.unmodifiableList(calls);
  }

  /** Returns whether the lock is held. */
  public synchronized boolean isLocked() {
    return lock.isPresent();
  }

  /** Returns whether {@code module} is loaded. */
  public synchronized boolean hasInMemory(String module) {
    return loaded.containsKey(new ModuleName(module));
  }

  @Override
  public KernelRelease release() {
    return release;
  }

  @Override
  public String machine() {
    return "x86_64";
  }

  @Override
  public Optional<String> compression() {
    return compression;
  }

  @Override
  public synchronized ModuleState state(ModuleName name) {
    Deque<ModuleState> told = toldStates.get(name);
    if (told != null && !told.isEmpty()) {
      return told.size() > 1 ? told.removeFirst() : told.getFirst();
    }
    return loaded.containsKey(name) ? ModuleState.LIVE : ModuleState.ABSENT;
  }

  @Override
  public synchronized OptionalInt references(ModuleName name) {
    Integer others = loaded.get(name);
    if (others == null || !keepsCounts) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(others + users(name).size());
  }

  @Override
  public synchronized List<ModuleName> holders(ModuleName name) {
    return keepsCounts ? users(name) : List.of();
  }

  @Override
  public synchronized OptionalLong sizeBytes(ModuleName name) {
    return loaded.containsKey(name) ? OptionalLong.of(MODULE_SIZE) : OptionalLong.empty();
  }

  @Override
  public synchronized List<LoadedModule> loadedModules() throws IOException {
    if (!hasProcModules) {
      throw new NoSuchFileException("/proc/modules");
    }
    List<LoadedModule> rows = new ArrayList<>();
    for (ModuleName name : loaded.keySet()) {
      String usedBy =
          String.join(",", holders(name).stream().map(ModuleName::value).toList());
      rows.add(new LoadedModule(name, MODULE_SIZE, true, references(name), usedBy, state(name)));
    }
    Collections.reverse(rows);
    return rows;
  }

  @Override
  public String log() {
    return log;
  }

  /** Lets the kernel have been started {@code time} ago. */
  public void hasBeenUpFor(Duration time) {
    uptime = time;
  }

  @Override
  public Duration uptime() {
    return uptime;
  }

  @Override
  public void insertFile(Path file, String parameters, Set<InsertFlag> flags)
      throws KernelException {
    String words = parameters.isEmpty() ? "" : " " + parameters;
    insert(
        "finit_module",
        ModuleName.ofPath(file.toString()),
        "insert " + file + words + names(flags));
  }

  @Override
  public void insertImage(byte[] image, String parameters) throws KernelException {
    ModuleName name = images.get(Arrays.toString(image));
    if (name == null) {
      throw new AssertionError("an image that no test made known");
    }
    String words = parameters.isEmpty() ? "" : " " + parameters;
    insert("init_module", name, "insertImage " + name + words);
  }

  @Override
  public void remove(ModuleName name, Set<RemoveFlag> flags) throws KernelException {
    if (!lock.equals(Optional.of(LockMode.EXCLUSIVE))) {
      throw new AssertionError("a module goes out without the exclusive lock: " + name);
    }
    note("remove " + name + names(flags));
    refuse("delete_module", removeRefusals.get(name));
    Integer others = loaded.get(name);
    if (others == null) {
      throw new KernelException("delete_module", Errno.ENOENT.number());
    }
    if (!users(name).isEmpty() || (others > 0 && !flags.contains(RemoveFlag.FORCE))) {
      throw new KernelException("delete_module", Errno.EAGAIN.number());
    }
    loaded.remove(name);
  }

  @Override
  public ModulesLock lock(LockMode mode, Duration patience, LockListener listener)
      throws LockTimeoutException {
    if (lock.isPresent()) {
      throw new AssertionError("the lock is taken twice");
    }
    patiences.add(patience);
    lockEvents.accept(listener);
    if (!lockHolders.isEmpty()) {
      throw new LockTimeoutException(lockHolders);
    }
    note("lock " + mode.name().toLowerCase(Locale.ROOT));
    lock = Optional.of(mode);
    return this::unlock;
  }

  private void unlock() {
    if (lock.isPresent()) {
      note("unlock");
      lock = Optional.empty();
    }
  }

  private void insert(String call, ModuleName name, String line) throws KernelException {
    if (!lock.equals(Optional.of(LockMode.SHARED))) {
      throw new AssertionError("a module goes in without the shared lock: " + name);
    }
    note(line);
    takeIn(call, name);
  }

  private synchronized void takeIn(String call, ModuleName name) throws KernelException {
    refuse(call, insertRefusals.get(name));
    if (raced.remove(name)) {
      loaded.put(name, 0);
    }
    if (loaded.containsKey(name)) {
      throw new KernelException(call, Errno.EEXIST.number());
    }
    if (!loaded.keySet().containsAll(needsOf(name))) {
      throw new KernelException(call, Errno.ENOENT.number());
    }
    loaded.put(name, 0);
  }

  private void note(String call) {
    watcher.accept(call);
    synchronized (this) {
      calls.add(call);
    }
  }

  private static void refuse(String call, @Nullable Deque<Errno> reasons) throws KernelException {
    if (reasons != null && !reasons.isEmpty()) {
      throw new KernelException(call, reasons.removeFirst().number());
    }
  }

  private List<ModuleName> users(ModuleName name) {
    return loaded.keySet().stream()
        .filter(other -> needsOf(other).contains(name))
        .toList();
  }

  private List<ModuleName> needsOf(ModuleName name) {
    return needs.getOrDefault(name, List.of());
  }

  private static String names(Set<? extends Enum<?>> flags) {
    if (flags.isEmpty()) {
      return "";
    }
    Set<String> names = new TreeSet<>();
    flags.forEach(flag -> names.add(flag.name()));
    return " " + names;
  }
}
