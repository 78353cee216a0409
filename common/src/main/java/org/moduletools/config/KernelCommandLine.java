package org.moduletools.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.moduletools.files.IoReason;
import org.moduletools.module.Alias;
import org.moduletools.module.ModuleName;
import org.moduletools.pattern.Ctype;

/**
 * The items about modules on the kernel command line: {@code MODULE.PARAMETER=VALUE},
 * {@code MODULE.PARAMETER}, and {@code modprobe.blacklist=MODULE,...}. All other items are ignored
 * (kmod 34, libkmod/libkmod-config.c: kmod_config_parse_kcmdline).
 */
public final class KernelCommandLine {

  /** A command line without items about modules. */
  public static final KernelCommandLine EMPTY = parse("");

  /**
   * The greatest number of bytes read: the longest line that a kernel can be built for
   * (arch/s390/Kconfig: COMMAND_LINE_SIZE). Most kernels allow 2048 or 4096 bytes; kmod cuts it,
   * even within a value, after 4095.
   */
  static final int MAX_SIZE_BYTES = 1 << 20;

  private final List<ModprobeRule> rules;
  private final List<ConfigProblem> problems;

  private KernelCommandLine(List<ModprobeRule> rules, List<ConfigProblem> problems) {
    this.rules = List.copyOf(rules);
    this.problems = List.copyOf(problems);
  }

  /** Reads {@code file}, that is /proc/cmdline. A missing file counts as empty. */
  public static KernelCommandLine read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return parse(new String(in.readNBytes(MAX_SIZE_BYTES), ISO_8859_1));
    } catch (NoSuchFileException noProc) {
      return EMPTY; // kmod does not report this either
    } catch (IOException e) {
      String text = "could not read from '" + file + "': " + IoReason.of(e);
      return new KernelCommandLine(List.of(), List.of(ConfigProblem.unreadable(text, e)));
    }
  }

  /** Parses {@code text}, with one char for each byte of the line. */
  static KernelCommandLine parse(String text) {
    List<ModprobeRule> rules = new ArrayList<>();
    List<ConfigProblem> problems = new ArrayList<>();
    int nul = text.indexOf('\0');
    for (String item : items(nul < 0 ? text : text.substring(0, nul))) {
      add(item, rules, problems);
    }
    return new KernelCommandLine(rules, problems);
  }

  /** Returns the rules, in the order of the line. */
  List<ModprobeRule> rules() {
    return rules;
  }

  /** Returns the problems of malformed items that seem to be about a module. */
  List<ConfigProblem> problems() {
    return problems;
  }

  /** Splits as kmod does: an item with an unclosed quote is ignored, though the kernel takes it. */
  static List<String> items(String text) {
    return KernelArgument.split(text, Ctype::isSpace).stream()
        .filter(KernelArgument::isClosed)
        .map(KernelArgument::text)
        .toList();
  }

  /** Adds the rules of {@code item}, if it is about a module. */
  private static void add(String item, List<ModprobeRule> rules, List<ConfigProblem> problems) {
    boolean quotedWhole = item.startsWith("\"");
    String bare = quotedWhole ? item.substring(1) : item;
    int equals = bare.indexOf('=');
    String key = equals < 0 ? bare : bare.substring(0, equals);
    String value = equals < 0 ? "" : bare.substring(equals + 1);
    int dot = key.indexOf('.');
    if (dot < 0 || key.indexOf('.', dot + 1) >= 0 || !isPlain(key)) {
      return;
    }
    String module = key.substring(0, dot);
    String parameter = key.substring(dot + 1);
    if (quotedWhole) {
      value = "\"" + value; // GRUB quotes the whole item where only the value needs it
    }
    if (module.equals("modprobe") && parameter.equals("blacklist") && equals >= 0) {
      addBlacklist(value, rules);
      return;
    }
    String text = equals < 0 ? parameter : parameter + "=" + value;
    String option = text.replace('\t', ' '); // as in an options line
    Alias.normalize(module)
        .ifPresentOrElse(
            name -> rules.add(ModprobeRule.ofCommandLine(ModprobeCommand.OPTIONS, name, option)),
            () -> problems.add(ConfigProblem.error(
                "Ignoring bad option on kernel command line while parsing module name: '"
                    + module
                    + "'")));
  }

  /**
   * Adds the modules in {@code names}. kmod does not normalise them, so {@code a-b} has no effect.
   */
  private static void addBlacklist(String names, List<ModprobeRule> rules) {
    for (String name : names.split(",", -1)) {
      String module = new ModuleName(name).value();
      rules.add(ModprobeRule.ofCommandLine(ModprobeCommand.BLACKLIST, module, ""));
    }
  }

  /** Returns whether a key has neither quotes nor blanks, which only a value may have. */
  private static boolean isPlain(String key) {
    for (int i = 0; i < key.length(); i++) {
      if (key.charAt(i) == '"' || Ctype.isSpace(key.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
