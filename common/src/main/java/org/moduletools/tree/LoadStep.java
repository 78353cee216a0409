package org.moduletools.tree;

/**
 * One module to load.
 *
 * @param module the module
 * @param file the name of its file in modules.dep, relative to the tree's folder or absolute; empty
 *     if it has none there, as a part of the kernel
 * @param required whether the whole load fails if it cannot be loaded: it is the requested module
 *     or a dependency of it, not merely a softdep
 * @param commands whether its install command, if any, is run instead of loading it
 */
public record LoadStep(ResolvedModule module, String file, boolean required, boolean commands) {}
