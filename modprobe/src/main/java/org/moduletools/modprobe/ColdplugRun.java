package org.moduletools.modprobe;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.moduletools.cli.FatalException;
import org.moduletools.cli.Host;
import org.moduletools.cli.JsonOutput;
import org.moduletools.cli.Notes;
import org.moduletools.cli.Severity;
import org.moduletools.diagnosis.Cause;
import org.moduletools.files.IoReason;
import org.moduletools.kernel.BoundedWait;
import org.moduletools.kernel.LockMode;
import org.moduletools.kernel.SysDevices;
import org.moduletools.kernel.SysDevices.Device;
import org.moduletools.tree.LoadPlan.Item;
import org.moduletools.tree.ResolvedModule;

/**
 * A run that loads the modules of all devices, or shows them. A new driver may find further
 * devices, so it looks again until there is none.
 */
final class ColdplugRun {

  /** The greatest number of rounds; a machine's buses are nested less deep. */
  private static final int MOST_ROUNDS = 20;

  /** The wait for further devices after a load. */
  private static final Duration QUIET = Duration.ofSeconds(1);

  /** The time after which no further round is begun. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private final Invocation invocation;
  private final Host host;
  private final Path folder;
  private final Installation installation;
  private final Inventory inventory;

  /** What could not be read below the folder of devices, and why. */
  private final Map<String, String> unreadable = new LinkedHashMap<>();

  ColdplugRun(Invocation invocation, Installation installation) {
    this.invocation = invocation;
    this.host = invocation.host();
    this.folder = invocation.options().boot.devices(host);
    this.installation = installation;
    this.inventory = new Inventory(installation);
  }

  /** Does it and returns the status. */
  int act() {
    requireIndexes();
    int status = Math.max(act(invocation.options()), unreadable.isEmpty() ? 0 : 1);
    if (!unreadable.isEmpty()) {
      warnOfUnreadable();
    }
    return status;
  }

  private void warnOfUnreadable() {
    Map.Entry<String, String> first = unreadable.entrySet().iterator().next();
    int others = unreadable.size() - 1;
    String more =
        others == 0 ? "" : others == 1 ? ", nor can 1 other" : ", nor can " + others + " others";
    invocation
        .messages()
        .warning(first.getKey() + " cannot be read (" + first.getValue() + ")" + more
            + "; what is asked for there is not known");
  }

  private int act(ModprobeOptions options) {
    if (options.json) {
      return showJson();
    }
    if (options.onlyShows() && !options.showDepends) {
      return showRows(host.out());
    }
    EffectsCount effects = new EffectsCount(invocation.effects(LockMode.SHARED));
    try (ActionLog actions = invocation.actions()) {
      Report report = new Report(actions, invocation.messages());
      if (!options.showDepends) {
        return load(run(report, effects), effects);
      }
      show(run(report), inventory.news(devices()));
      return 0;
    }
  }

  /** Without indexes no alias means anything, which is not to look as if nothing were needed. */
  private void requireIndexes() {
    Notes notes = invocation.notes();
    Optional<Cause> cause = installation.catalog().whyAllUnknown(notes.running());
    if (cause.isPresent()) {
      throw new FatalException(
          "No modules found in directory " + installation.catalog().directoryText(),
          notes.lines(() -> List.of(cause.get())));
    }
  }

  private LoadRun run(Report report) {
    return run(report, invocation.effects(LockMode.SHARED));
  }

  private LoadRun run(Report report, Effects effects) {
    Set<InsertOption> how = OptionSets.ofBoot(invocation.options());
    return new LoadRun(invocation, installation, report, how, effects);
  }

  private List<Device> devices() {
    try {
      return SysDevices.read(
          folder, (path, reason) -> unreadable.putIfAbsent(path, IoReason.of(reason)));
    } catch (IOException failed) {
      throw new FatalException("no devices are to be seen in " + folder + ": " + IoReason.of(failed)
          + "; mount sysfs, or name its folder by --sys");
    }
  }

  private int load(LoadRun run, EffectsCount effects) {
    Duration start = host.time().now();
    int status = 0;
    List<Request> news = inventory.news(devices());
    for (int round = 1; !news.isEmpty(); round++) {
      if (round > MOST_ROUNDS || host.time().now().minus(start).compareTo(LONGEST) > 0) {
        invocation
            .messages()
            .error("devices still appear after " + (round - 1)
                + (round == 2 ? " round" : " rounds")
                + "; those that appeared last have no modules loaded");
        return 1;
      }
      int before = effects.count();
      status = Math.max(status, load(run, news));
      news = effects.count() == before ? inventory.news(devices()) : laterNews();
    }
    return status;
  }

  /** Looks for new devices, until there is one or a second has passed. */
  private List<Request> laterNews() {
    BoundedWait wait = new BoundedWait(host.time(), QUIET, invocation.messages()::warning);
    while (true) {
      List<Request> news = inventory.news(devices());
      if (!news.isEmpty() || !wait.goesOn("further devices")) {
        return news;
      }
    }
  }

  private int load(LoadRun run, List<Request> asked) {
    int status = 0;
    try (Loader loader = run.loader(asked)) {
      for (Request request : asked) {
        for (ResolvedModule target : request.targets()) {
          status = Math.max(status, load(run, target, loader));
        }
      }
    }
    return status;
  }

  /** Loads one module. Many drivers check themselves whether they have a device. */
  private int load(LoadRun run, ResolvedModule target, Loader loader) {
    try {
      loader.insert(target, GivenParameters.NONE);
      return 0;
    } catch (InsertException failed) {
      if (!failed.deviceLess()) {
        return run.complain(target.name(), failed);
      }
      String text = "could not insert '" + target.name() + "': " + failed.getMessage();
      invocation.messages().say(Severity.INFO, text);
      return 0;
    }
  }

  /** Shows each module that would be loaded once, in load order. */
  private void show(LoadRun run, List<Request> asked) {
    Inserter inserter = run.oneByOne();
    List<List<ResolvedModule>> wanted = asked.stream().map(Request::targets).toList();
    for (Item item :
        installation.catalog().loadPlan(wanted, inserter.ignoresCommands()).items()) {
      try {
        inserter.once(item.step(), GivenParameters.NONE, item.named());
      } catch (InsertException loaded) {
        // -n shows what is to be loaded only
      }
    }
  }

  private int showRows(PrintStream out) {
    for (Inventory.Row row : inventory.rows(devices())) {
      for (ResolvedModule module : row.modules()) {
        out.print(module.name() + "\t" + inOneField(row.device().path()) + "\t"
            + inOneField(row.device().alias()) + "\n");
      }
    }
    return 0;
  }

  /** Returns {@code text} so that it ends neither its field nor its line. */
  private static String inOneField(String text) {
    return CONTROL
        .matcher(text)
        .replaceAll(
            found -> String.format(Locale.ROOT, "\\\\%03o", (int) found.group().charAt(0)));
  }

  private int showJson() {
    List<Device> devices = devices();
    List<Request> asked = inventory.news(devices);
    JsonOutput json = new JsonOutput(host);
    json.beginList("devices");
    for (Inventory.Row row : inventory.rows(devices)) {
      json.beginObject();
      json.member("device", row.device().path());
      json.member("modalias", row.device().alias());
      json.member(
          "modules", row.modules().stream().map(module -> module.name().value()).toList());
      json.endObject();
    }
    json.endList();
    try (ActionJson actions = new ActionJson(json)) {
      show(run(new Report(actions, invocation.messages())), asked);
    }
    return 0;
  }
}
