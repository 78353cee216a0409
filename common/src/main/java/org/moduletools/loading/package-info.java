/**
 * Loads module files into a kernel, and removes modules.
 *
 * <p>The kernel is a {@link org.moduletools.kernel.Kernel}: the real one is {@code new
 * Linux(Path.of("/")).kernel()}, which needs jnr-posix and the rights of root. Which modules are to
 * be loaded, and in which order, {@link org.moduletools.tree.ModuleTree} states.
 *
 * <h2>What to hold</h2>
 *
 * <p>modprobe and rmmod exclude each other by a lock on /proc/modules, which every other program
 * that loads or removes modules has to take too. {@link org.moduletools.loading.ChainLock} takes
 * and releases it.
 *
 * <ul>
 *   <li>A load holds it {@link org.moduletools.kernel.LockMode#SHARED}: from before it reads the
 *       state of the first module until the last one is loaded. Other loads may go on meanwhile. No
 *       removal can remove a module between the query and the load that relies on it.
 *   <li>A removal holds it {@link org.moduletools.kernel.LockMode#EXCLUSIVE}: from before it reads
 *       the users of the module until the kernel has removed it.
 *   <li>Nothing is loaded under the exclusive lock. A module's init may make the kernel start
 *       modprobe, and that would wait for the lock until its time is over.
 *   <li>Nothing that may load or remove modules itself, such as a command, is run under either. The
 *       lock is released before, and states are read again after.
 *   <li>The lock is no condition. Where there is none, as in a container without /proc, the work
 *       goes on without it, and the listener receives the reason. Only a holder that could load
 *       modules itself can make it fail, by a {@link org.moduletools.kernel.LockTimeoutException}.
 * </ul>
 *
 * <h2>States</h2>
 *
 * <p>A {@link org.moduletools.kernel.ModuleState} may change by itself.
 * {@link org.moduletools.loading.Transition#settled} returns when a module is neither coming nor
 * going any more. A load may wait so under the shared lock. A removal waits before it takes the
 * exclusive one: the coming module may have others loaded, by a modprobe that needs the lock.
 *
 * <p>Another process may have loaded the module between the query and the load. So a load that is
 * refused with {@link org.moduletools.kernel.Errno#EEXIST} has succeeded. A removal is refused with
 * EBUSY or EWOULDBLOCK while something uses the module.
 *
 * <h2>To load</h2>
 *
 * <pre>{@code
 * try (ChainLock lock = new ChainLock(kernel, LockMode.SHARED, patience, listener)) {
 *   lock.take();
 *   for (LoadStep step : tree.loadOrder(module)) {
 *     ModuleName name = step.module().name();
 *     if (!step.file().isEmpty() && transition.settled(name) != ModuleState.LIVE) {
 *       inserter.insert(folder.resolve(step.file()), parameters(step));
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p>A step that is not {@link org.moduletools.tree.LoadStep#required} may fail; after the failure
 * of any other, the later steps are of no use. Options and commands are those of
 * {@link org.moduletools.tree.ModuleTree#config}; a program that runs {@code install} commands
 * releases the lock for each.
 *
 * <h2>To remove</h2>
 *
 * <pre>{@code
 * transition.settled(name);
 * try (ChainLock lock = new ChainLock(kernel, LockMode.EXCLUSIVE, patience, listener)) {
 *   lock.take();
 *   if (LoadedUsers.of(name, kernel, tree::line).users().isEmpty()) {
 *     kernel.remove(name, Set.of(RemoveFlag.NO_WAIT));
 *   }
 * }
 * }</pre>
 *
 * <p>With {@code NO_WAIT} the kernel refuses a module that is in use, and does not wait for its
 * users under the lock.
 */
@NullMarked
package org.moduletools.loading;

import org.jspecify.annotations.NullMarked;
