package org.moduletools.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.moduletools.module.ModuleName;

/**
 * One row of /proc/modules. Its columns are separated by blanks (kernel/module/procfs.c: m_show):
 *
 * <pre>
 * bridge 311296 1 br_netfilter, Live 0xffffffffc0a00000 (OE)   since 2.5.48
 * stp 16384 0 - Live 0x0000000000000000                        no users
 * llc 16384 - - Live 0x0000000000000000                        a kernel that keeps no counts
 * llc 16384 2 bridge stp [permanent]                           2.4
 * llc 16384                                                    2.4 that keeps no counts
 * </pre>
 *
 * @param name the first column
 * @param sizeBytes the second
 * @param hasUseColumns whether the row has more than a name and a size, though it may be dashes
 * @param references how often it is in use; empty if the kernel keeps no count. While it goes, the
 *     count is -1
 * @param usedBy the users' column as text without its last comma; empty if there are none
 * @param state {@code LIVE} in rows without one
 */
public record LoadedModule(
    ModuleName name,
    long sizeBytes,
    boolean hasUseColumns,
    OptionalInt references,
    String usedBy,
    ModuleState state) {

  private static final String PERMANENT = "[permanent]";

  /**
   * Reads a row. Any text is accepted: a column that is missing or no number counts as unknown.
   * Returns nothing for a blank line.
   */
  public static Optional<LoadedModule> parse(String line) {
    String[] columns = line.strip().split("[ \\t]+", 4);
    if (columns[0].isEmpty()) {
      return Optional.empty();
    }
    String rest = columns.length > 3 ? columns[3] : "";
    return Optional.of(new LoadedModule(
        new ModuleName(columns[0]),
        size(columns),
        columns.length > 2,
        references(columns),
        usersColumn(rest),
        state(rest)));
  }

  /**
   * Returns the modules that use this one, as the row names them. Without {@link #references} an
   * empty list means that the kernel does not report them.
   */
  public List<ModuleName> users() {
    List<ModuleName> users = new ArrayList<>();
    for (String word : usedBy.split("[ \\t,]+", -1)) {
      String user = word.replace("[", "").replace("]", "");
      if (!user.isEmpty() && !isRemark(word)) {
        users.add(new ModuleName(user));
      }
    }
    return users;
  }

  /** Returns whether the module cannot be removed: it has an init function and no exit function. */
  public boolean permanent() {
    return usedBy.contains(PERMANENT);
  }

  /** Returns {@link #usedBy} as it would be with these users, and permanent if this one is. */
  String usedByColumn(List<ModuleName> users) {
    List<String> words = new ArrayList<>();
    users.forEach(user -> words.add(user.value()));
    if (permanent()) {
      words.add(PERMANENT);
    }
    return String.join(",", words);
  }

  /**
   * Remarks that 2.4 and early 2.6 list among the users: [permanent], [unsafe], (autoclean),
   * (unused).
   */
  private static boolean isRemark(String word) {
    return word.equals(PERMANENT) || word.equals("[unsafe]") || word.startsWith("(");
  }

  private static long size(String[] columns) {
    return columns.length > 1 ? number(columns[1]).orElse(0) : 0;
  }

  private static OptionalInt references(String[] columns) {
    OptionalLong count = columns.length > 2 ? number(columns[2]) : OptionalLong.empty();
    return count.isPresent() ? OptionalInt.of((int) count.getAsLong()) : OptionalInt.empty();
  }

  private static OptionalLong number(String column) {
    try {
      return OptionalLong.of(Long.parseLong(column));
    } catch (NumberFormatException notTold) {
      return OptionalLong.empty();
    }
  }

  /** A comma, or a lone dash, marks the new form, in which other columns follow. */
  private static String usersColumn(String rest) {
    String first = rest.split("[ \\t]", 2)[0];
    if (first.equals("-")) {
      return "";
    }
    if (!rest.contains(",")) {
      return rest;
    }
    return first.endsWith(",") ? first.substring(0, first.length() - 1) : first;
  }

  private static ModuleState state(String rest) {
    String[] columns = rest.split("[ \\t]+", 3);
    String word = columns.length > 1 ? columns[1] : "";
    return switch (word) {
      case "Loading" -> ModuleState.COMING;
      case "Unloading" -> ModuleState.GOING;
      default -> ModuleState.LIVE;
    };
  }
}
