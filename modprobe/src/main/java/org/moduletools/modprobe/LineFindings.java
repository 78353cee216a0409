package org.moduletools.modprobe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.moduletools.config.ConfigEntry;
import org.moduletools.config.Softdeps;
import org.moduletools.module.ModuleName;
import org.moduletools.tree.Mask;
import org.moduletools.tree.ResolvedModule;

/** The lines of the configuration about a module, and their effect. */
final class LineFindings {

  private final ModprobeOptions options;
  private final Installation installation;
  private final ResolvedModule target;
  private final List<ConfigEntry> lines;

  LineFindings(Invocation invocation, Installation installation, ResolvedModule target) {
    this.options = invocation.options();
    this.installation = installation;
    this.target = target;
    this.lines = installation.config().linesAbout(target.name());
  }

  /** Returns all that they say but for masks. */
  List<Finding> find() {
    List<Finding> findings = new ArrayList<>();
    Map<String, Integer> met = new LinkedHashMap<>();
    for (ConfigEntry line : lines) {
      boolean isFirst = met.merge(line.command(), 1, Integer::sum) == 1;
      switch (line.command()) {
        case "blacklist" -> findings.add(blacklistFinding().by(line));
        case "install" -> findings.add(installFinding(line, isFirst).by(line));
        case "remove" ->
          findings.add(Finding.fact(
                  Topic.REMOVE,
                  "modprobe -r " + (isFirst ? "runs: " : "does not run: ") + line.text())
              .by(line));
        case "softdep" -> findings.addAll(softdepFindings(line));
        case "weakdep" ->
          findings.add(
              Finding.fact(Topic.WEAKDEP, line.text() + "; nothing loads it").by(line));
        default -> {} // masks have findings of their own
      }
    }
    return findings;
  }

  /** Returns whether a blacklist line keeps the module out. */
  boolean isBlacklisted() {
    return installation.config().isBlacklisted(target.name())
        && (target.reachedBy().isPresent() || options.useBlacklist);
  }

  /** Returns why a blacklist line keeps the module out. */
  String whyBlacklisted() {
    return target.reachedBy().isPresent()
        ? "the blacklist line stops its aliases"
        : "with -b the blacklist line stops its name too";
  }

  private Finding blacklistFinding() {
    if (isBlacklisted()) {
      return Finding.stop(
          Topic.BLACKLIST,
          target.reachedBy().isPresent()
              ? "it is not loaded for an alias"
              : "with -b it is not loaded by its name either");
    }
    return Finding.fact(
        Topic.BLACKLIST, "stops its aliases, but neither its name nor what needs it");
  }

  /** Returns the command that runs in place of loading the module. */
  Optional<String> command() {
    return options.ignoreCommands
        ? Optional.empty()
        : installation.config().installOf(target.name());
  }

  private Finding installFinding(ConfigEntry line, boolean isFirst) {
    if (!isFirst) {
      return Finding.odd(Topic.INSTALL, "does not count, since the first one does: " + line.text());
    }
    return options.ignoreCommands
        ? Finding.fact(Topic.INSTALL, "does not count with -i: " + line.text())
        : Finding.odd(Topic.INSTALL, "runs in its place: " + line.text());
  }

  private List<Finding> softdepFindings(ConfigEntry line) {
    String text = options.ignoreCommands ? "does not count with -i: " : "";
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.fact(Topic.SOFTDEP, text + line.text()).by(line));
    if (options.ignoreCommands) {
      return findings;
    }
    for (String stray : Softdeps.strayWords(line.text())) {
      findings.add(Finding.odd(
              Topic.SOFTDEP, "names nothing: '" + stray + "' stands after neither pre: nor post:")
          .by(line));
    }
    Softdeps softdeps = Softdeps.parse(line.text());
    List<String> names = new ArrayList<>(softdeps.pre());
    names.addAll(softdeps.post());
    for (String name : names) {
      findings.addAll(passedOver(name));
    }
    return findings;
  }

  private List<Finding> passedOver(String name) {
    List<ResolvedModule> meant = installation.catalog().resolve(name);
    if (meant.isEmpty()) {
      return List.of(Finding.odd(Topic.SOFTDEP, name + " is passed over: nothing knows this name"));
    }
    List<Finding> findings = new ArrayList<>();
    for (ResolvedModule softdep : meant) {
      ModuleName module = softdep.name();
      Optional<Mask> mask = installation.catalog().mask(module);
      mask.ifPresent(line -> findings.add(
          Finding.odd(Topic.SOFTDEP, module + " is passed over: masked").by(line.source())));
    }
    return findings;
  }
}
