package org.moduletools.modprobe;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.moduletools.config.ConfigEntry;
import org.moduletools.diagnosis.Cause;
import org.moduletools.diagnosis.UnknownModule;
import org.moduletools.module.Alias;
import org.moduletools.module.ModuleName;
import org.moduletools.pattern.Fnmatch;
import org.moduletools.tree.Meaning;
import org.moduletools.tree.Meaning.Table;
import org.moduletools.tree.ResolvedModule;

/** Explains what names mean, and has their modules explained. */
final class NameExplainer {

  private final Invocation invocation;
  private final Installation installation;
  private final Catalog catalog;
  private final ModuleExplainer modules;

  NameExplainer(Invocation invocation, Installation installation) {
    this.invocation = invocation;
    this.installation = installation;
    this.catalog = installation.catalog();
    this.modules = new ModuleExplainer(invocation, installation);
  }

  /** Explains {@code name}, a module, an alias or the path of a file, with {@code given}. */
  Explanation explain(String name, GivenParameters given) {
    return Operands.isPath(name) ? explainPath(name, given) : explainName(name, given);
  }

  private Explanation explainPath(String name, GivenParameters given) {
    Operands operands = new Operands(invocation, installation);
    List<ResolvedModule> targets = operands.targets(name);
    if (targets.isEmpty()) {
      return new Explanation(name, whyNoFile(name), List.of(), List.of());
    }
    ModuleName module = targets.get(0).name();
    String reason = "the file of module " + module;
    return new Explanation(
        name, reason, List.of(), List.of(modules.explain(targets.get(0), reason, given)));
  }

  private String whyNoFile(String name) {
    Optional<String> missing = invocation.host().missing(name);
    if (missing.isEmpty()) {
      return Files.isDirectory(invocation.host().path(name))
          ? "it is a folder, not the file of a module"
          : "its name is that of no module";
    }
    return missing.get().equals("No such file or directory")
        ? "there is no such file"
        : "there is no file to be had: " + missing.get();
  }

  private Explanation explainName(String name, GivenParameters given) {
    Meaning meaning = catalog.meaning(name);
    List<Finding> findings = new ArrayList<>(lookups(name, meaning.table()));
    List<ModuleExplanation> explained = new ArrayList<>();
    Map<ResolvedModule, String> reasons = reasons(name, meaning);
    reasons.forEach((target, reason) -> explained.add(modules.explain(target, reason, given)));
    if (explained.isEmpty()) {
      modules.explainUnknown(new ModuleName(name)).ifPresent(explained::add);
    }
    if (explained.isEmpty()) {
      findings.addAll(causes(name));
    }
    findings.addAll(new HiddenLines(installation.config(), invocation.options().verbose.length > 0)
        .about(name, meaning));
    String text = explained.isEmpty()
        ? "nothing knows this name"
        : explained.size() == 1 ? explained.get(0).reason() : explained.size() + " modules";
    return new Explanation(name, text, findings, explained);
  }

  /**
   * Returns for each module of {@code meaning} how {@code name} leads to it; the first of several
   * equal lines counts.
   */
  private Map<ResolvedModule, String> reasons(String name, Meaning meaning) {
    boolean isByLine = meaning.table() == Table.CONFIGURED_ALIASES;
    Map<ModuleName, String> patterns = meaning.table() == Table.ALIASES ? patterns(name) : Map.of();
    List<ConfigEntry> lines =
        isByLine ? installation.config().aliasLines(Alias.normalize(name).orElse(name)) : List.of();
    Map<ResolvedModule, String> reasons = new LinkedHashMap<>();
    for (int i = 0; i < meaning.modules().size(); i++) {
      ResolvedModule target = meaning.modules().get(i);
      if (!reasons.containsKey(target)) {
        reasons.put(
            target,
            isByLine
                ? reason(target, lines.get(i))
                : reason(meaning.table(), target, patterns.getOrDefault(target.name(), name)));
      }
    }
    return reasons;
  }

  private static String reason(ResolvedModule target, ConfigEntry line) {
    return "module " + target.name() + ", by the line alias " + line.name() + " " + line.text()
        + " (" + line.source() + ")";
  }

  private static String reason(Table table, ResolvedModule target, String pattern) {
    return switch (table) {
      case MODULES -> "module " + target.name() + ", by modules.dep";
      case SYMBOLS -> "module " + target.name() + ", which exports it, by modules.symbols";
      case COMMANDS -> "module " + target.name() + ", by a line that names it";
      case ALIASES -> "module " + target.name() + ", by the alias " + pattern + " of modules.alias";
      case BUILTINS -> "a part of the kernel, by modules.builtin";
      case BUILTIN_ALIASES -> "a part of the kernel, " + target.name() + ", by an alias of it";
      case CONFIGURED_ALIASES, NONE -> "";
    };
  }

  /** Returns for each module the first of its aliases that matches {@code name}. */
  private Map<ModuleName, String> patterns(String name) {
    String normal = Alias.normalize(name).orElse(name);
    Map<ModuleName, String> patterns = new HashMap<>();
    catalog.forEachAlias((pattern, module) -> {
      if (Fnmatch.matches(pattern, normal)) {
        patterns.putIfAbsent(new ModuleName(module), pattern);
      }
    });
    return patterns;
  }

  /** Returns what was asked before, where that is not plain from what has decided. */
  private List<Finding> lookups(String name, Table decided) {
    if (decided == Table.CONFIGURED_ALIASES) {
      ModuleName module = new ModuleName(name);
      return catalog.file(module).isPresent()
          ? List.of(Finding.odd(
              Topic.LOOKUP, "module " + module + " is not meant: alias lines go before modules"))
          : List.of();
    }
    List<String> asked = new ArrayList<>();
    for (Table table : Table.values()) {
      if (table.compareTo(decided) < 0 && (table != Table.SYMBOLS || name.startsWith("symbol:"))) {
        asked.add(word(table));
      }
    }
    boolean isPlain = decided != Table.NONE && invocation.options().verbose.length == 0;
    return isPlain || decided.compareTo(Table.MODULES) <= 0
        ? List.of()
        : List.of(Finding.fact(Topic.LOOKUP, "not in " + String.join(", ", asked)));
  }

  private static String word(Table table) {
    return switch (table) {
      case CONFIGURED_ALIASES -> "alias lines";
      case MODULES -> "modules.dep";
      case SYMBOLS -> "modules.symbols";
      case COMMANDS -> "install and remove lines";
      case ALIASES -> "modules.alias";
      case BUILTINS -> "modules.builtin";
      case BUILTIN_ALIASES -> "the aliases of modules.builtin.modinfo";
      case NONE -> "";
    };
  }

  private List<Finding> causes(String name) {
    List<Finding> findings = new ArrayList<>();
    for (Cause cause : UnknownModule.causes(
        name, catalog.tree(), catalog.directoryText(), invocation.runningRelease())) {
      findings.add(Finding.stop(Topic.LOOKUP, cause.inWords()));
    }
    return findings;
  }
}
