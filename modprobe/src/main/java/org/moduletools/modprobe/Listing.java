package org.moduletools.modprobe;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moduletools.cli.FatalException;
import org.moduletools.cli.Host;
import org.moduletools.cli.JsonOutput;
import org.moduletools.config.ConfigEntry;
import org.moduletools.config.ModprobeConfig;
import org.moduletools.config.Softdeps;
import org.moduletools.module.ModuleName;
import org.moduletools.modulefile.ModuleFile;
import org.moduletools.modulefile.ModuleFormatException;
import org.moduletools.modulefile.ModuleSymbols.Export;
import org.moduletools.modulefile.SymbolVersion;
import org.moduletools.pattern.Fnmatch;
import org.moduletools.tree.ResolvedModule;

/**
 * The listings that modprobe prints without loading anything. Each method returns the exit status.
 */
final class Listing {

  private final Installation installation;
  private final Host host;
  private final PrintStream out;

  Listing(Installation installation, Host host) {
    this.installation = installation;
    this.host = host;
    this.out = host.out();
  }

  /**
   * Prints the configuration, then the indexes as alias lines (kmod 34, tools/modprobe.c:
   * show_config).
   *
   * @param withSources whether the place of each line of the configuration stands in front of it
   */
  int config(boolean withSources) {
    ModprobeConfig config = installation.config();
    for (String line : withSources ? config.linesWithSources() : config.lines()) {
      out.print(line + "\n");
    }
    out.print("\n# End of configuration files. Dumping indexes now:\n\n");
    installation.catalog().writeAliases(out);
    return 0;
  }

  /** Prints the same as JSON. */
  int configJson(boolean withSources) {
    try (JsonOutput json = new JsonOutput(host)) {
      json.beginList("configuration");
      for (ConfigEntry entry : installation.config().entries()) {
        json.beginObject();
        json.member("command", entry.command());
        json.member("name", entry.name());
        json.member("text", entry.text());
        if (withSources) {
          json.member("file", entry.source().file());
          if (!entry.source().isCommandLine()) {
            json.member("line", entry.source().line());
          }
        }
        if (entry.command().equals("softdep")) {
          json.member("pre", Softdeps.parse(entry.text()).pre());
          json.member("post", Softdeps.parse(entry.text()).post());
        }
        json.endObject();
      }
      json.endList();
      json.beginList("aliases");
      installation.catalog().forEachAlias((pattern, module) -> {
        json.beginObject();
        json.member("pattern", pattern);
        json.member("module", module);
        json.endObject();
      });
      json.endList();
    }
    return 0;
  }

  /**
   * Prints the files of modules.dep, as they stand there (module-init-tools 3.16, modprobe.c:
   * do_wildcard).
   *
   * @param wildcards one pattern for the module's name, or none for all
   * @param type a folder that must be part of the path
   */
  int files(List<String> wildcards, @Nullable String type) {
    if (wildcards.size() > 1) {
      throw new FatalException("Can't have multiple wildcards");
    }
    String pattern = wildcards.isEmpty() ? "*" : wildcards.get(0).replace('-', '_');
    for (String file : installation.catalog().allFiles()) {
      boolean isInFolder = type == null || file.contains("/" + type + "/");
      if (isInFolder && Fnmatch.matches(pattern, ModuleName.ofPath(file).value())) {
        out.print(file + "\n");
      }
    }
    return 0;
  }

  /** Reads a part of a module's file. */
  @FunctionalInterface
  private interface PartReader<T> {
    List<T> read(Path file) throws IOException;
  }

  /** Prints the versions of the symbols that a module needs, in the order of its file. */
  int modversions(String argument) {
    for (SymbolVersion version : read(argument, "modversions", ModuleFile::readVersions)) {
      String name = version.name();
      print(version.crc(), name.startsWith(".") ? name.substring(1) : name);
    }
    return 0;
  }

  /** Prints the symbols that a module exports, in the order of its file. */
  int exports(String argument) {
    for (Export export : read(argument, "symbols", ModuleFile::readExports)) {
      print(export.crc(), export.name());
    }
    return 0;
  }

  private void print(long crc, String symbol) {
    out.print(String.format(Locale.ROOT, "0x%08x\t%s\n", crc, symbol));
  }

  /**
   * Reads a part of each module that {@code argument} means: a file, or a module's name or alias.
   */
  private <T> List<T> read(String argument, String part, PartReader<T> reader) {
    List<T> all = new ArrayList<>();
    for (Path file : files(argument)) {
      try {
        all.addAll(reader.read(file));
      } catch (ModuleFormatException wrong) {
        throw new FatalException(
            "could not get " + part + " of " + argument + ": " + wrong.reason().text());
      } catch (IOException unreadable) {
        throw new FatalException(
            "could not get " + part + " of " + file + ": " + unreadable.getMessage());
      }
    }
    return all;
  }

  private List<Path> files(String argument) {
    Optional<Path> named = host.existing(argument).filter(Files::isRegularFile);
    if (named.isPresent()) {
      return List.of(named.get());
    }
    List<Path> files = new ArrayList<>();
    for (ResolvedModule target : installation.catalog().resolve(argument)) {
      Optional<String> file = installation.catalog().file(target.name());
      file.ifPresent(text -> files.add(installation.catalog().path(text)));
    }
    if (files.isEmpty()) {
      throw new FatalException("Module " + argument + " not found.");
    }
    return files;
  }
}
