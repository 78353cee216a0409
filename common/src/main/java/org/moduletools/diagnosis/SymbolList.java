package org.moduletools.diagnosis;

import java.util.HashSet;
import java.util.Set;

/**
 * The symbols in one of the files that list those of a kernel.
 *
 * @param names what modules may use, and if the file does not tell that apart, all others too; none
 *     if what is missing cannot be known
 * @param gplOnly those for modules with a compatible licence only; none if that is not known
 */
record SymbolList(Set<String> names, Set<String> gplOnly) {

  /** That of a file that is not there. */
  static final SymbolList NONE = new SymbolList(Set.of(), Set.of());

  private static final String EXPORT = "__ksymtab_";
  private static final String GPL_BEGIN = "__start___ksymtab_gpl";
  private static final String GPL_END = "__stop___ksymtab_gpl";

  /**
   * Reads /proc/kallsyms. The result is empty if the kernel does not list all: without
   * CONFIG_KALLSYMS_ALL only functions are there, and what is missing cannot be known.
   */
  static SymbolList ofKallsyms(String text) {
    Rows rows = new Rows(text);
    return rows.hasData ? rows.list() : NONE;
  }

  /** Reads a System.map. Debian's in /boot is a sentence about another one, and has no row. */
  static SymbolList ofMap(String text) {
    return new Rows(text).list();
  }

  /** Reads lines {@code 0xCRC SYMBOL MODULE TYPE}, of which those of modules count too. */
  static SymbolList ofSymvers(String text) {
    Set<String> names = new HashSet<>();
    Set<String> gplOnly = new HashSet<>();
    for (String line : text.split("\n", -1)) {
      String[] columns = line.split("\t", 5);
      if (columns.length > 1) {
        names.add(columns[1]);
      }
      if (columns.length > 3 && columns[3].startsWith("EXPORT_SYMBOL_GPL")) {
        gplOnly.add(columns[1]);
      }
    }
    return new SymbolList(names, gplOnly);
  }

  /**
   * Rows {@code ADDRESS TYPE NAME}, in the order of addresses, which ordinary users see as 0. An
   * exported symbol has a row for its entry too, {@code __ksymtab_NAME}; those for GPL-only ones
   * stand between two marks. Of equal addresses a mark comes last (scripts/kallsyms.c:
   * compare_symbols), so the first entry stands before its mark.
   */
  private static final class Rows {

    private final Set<String> all = new HashSet<>();
    private final Set<String> exported = new HashSet<>();
    private final Set<String> ofModules = new HashSet<>();
    private final Set<String> gplOnly = new HashSet<>();
    private boolean hasData;
    private boolean isGpl;
    private String lastExport = "";
    private String lastAddress = "";

    Rows(String text) {
      int begin = 0;
      while (begin < text.length()) {
        int newline = text.indexOf('\n', begin);
        int end = newline < 0 ? text.length() : newline;
        int blank = text.indexOf(' ', begin);
        if (blank > begin && blank + 3 < end && text.charAt(blank + 2) == ' ') {
          String address = text.substring(begin, blank);
          add(address, text.charAt(blank + 1), text.substring(blank + 3, end));
        }
        begin = end + 1;
      }
    }

    private void add(String address, char type, String rest) {
      int tab = rest.indexOf('\t');
      String name = tab < 0 ? rest : rest.substring(0, tab);
      if (name.indexOf(' ') >= 0) {
        return;
      }
      all.add(name);
      hasData |= type == 'D' || type == 'B';
      if (tab >= 0) {
        ofModules.add(name);
      } else if (name.startsWith(EXPORT)) {
        addExport(name.substring(EXPORT.length()));
        lastAddress = address;
      } else if (name.equals(GPL_BEGIN)) {
        isGpl = true;
        if (lastAddress.equals(address)) {
          gplOnly.add(lastExport);
        }
      } else if (name.equals(GPL_END)) {
        isGpl = false;
      }
    }

    private void addExport(String name) {
      exported.add(name);
      lastExport = name;
      if (isGpl) {
        gplOnly.add(name);
      }
    }

    SymbolList list() {
      if (exported.isEmpty()) {
        return new SymbolList(all, Set.of());
      }
      exported.addAll(ofModules);
      return new SymbolList(exported, gplOnly);
    }
  }
}
