package org.moduletools.depmod;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.moduletools.cli.Host;
import org.moduletools.cli.Messages;
import org.moduletools.cli.Severity;
import org.moduletools.cli.Version;
import org.moduletools.indexing.IndexRequest;
import org.moduletools.modulecache.CacheStore;

/** Whether a run caches data of modules for the next one, and in which folder. */
final class CacheChoice {

  /** The default folder of caches, for this machine's modules. */
  private static final String FOLDER = "var/cache/module-tools";

  /** The variable with another folder; if it is empty there is no cache. */
  static final String VARIABLE = "MODULE_TOOLS_DEPMOD_CACHE";

  private CacheChoice() {}

  /** Adds a cache to {@code request} if it is to have one. */
  static void make(IndexRequest request, DepmodOptions options, Host host, Messages messages) {
    Optional<Path> folder = options.noCache() ? Optional.empty() : folder(options, host);
    if (folder.isEmpty()) {
      return;
    }
    try {
      int user = CacheStore.user(host.root(), host.machine().files());
      request.cacheIn(folder.get(), user, Version.text());
    } catch (IOException unknown) {
      messages.say(Severity.DEBUG, "no cache: " + unknown.getMessage());
    }
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
}
