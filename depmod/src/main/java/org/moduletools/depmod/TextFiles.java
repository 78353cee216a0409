package org.moduletools.depmod;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.moduletools.depmod.SymbolTable.Symbol;
import org.moduletools.modulefile.Modinfo;

/** Renders the files that people can read too (kmod 34, tools/depmod.c: output_deps and others). */
final class TextFiles {

  private static final String DEVNAME = "devname:";

  /** The part of an alias that sscanf reads by {@code char-major-%u-%u}. */
  private static final Pattern DEVICE_NUMBER =
      Pattern.compile("(char|block)-major-(\\d{1,10})-(\\d{1,10}).*", Pattern.DOTALL);

  private TextFiles() {}

  /** modules.dep: each module's file and those it needs. */
  static byte[] dep(Catalog catalog, Complaints complaints) {
    TextBytes text = new TextBytes();
    for (int i = 0; i < catalog.modules().size(); i++) {
      text.append(catalog.dependencyLine(i)).append('\n');
    }
    return text.toBytes();
  }

  /** modules.alias: what the modules answer to, as they spell it. */
  static byte[] alias(Catalog catalog, Complaints complaints) {
    TextBytes text = new TextBytes().append("# Aliases extracted from modules themselves.\n");
    for (DepmodModule module : catalog.modules()) {
      for (Modinfo.Entry entry : module.modinfo().entries()) {
        if (entry.key().equals("alias")) {
          line(text, "alias", entry.value(), module.name());
        }
      }
    }
    return text.toBytes();
  }

  /** modules.softdep: what the modules would like to have loaded before and after them. */
  static byte[] softdep(Catalog catalog, Complaints complaints) {
    return ownWishes(
        catalog, "# Soft dependencies extracted from modules themselves.\n", "softdep");
  }

  /** modules.weakdep: what the modules may come to load. */
  static byte[] weakdep(Catalog catalog, Complaints complaints) {
    return ownWishes(
        catalog, "# Weak dependencies extracted from modules themselves.\n", "weakdep");
  }

  private static byte[] ownWishes(Catalog catalog, String head, String key) {
    TextBytes text = new TextBytes().append(head);
    for (DepmodModule module : catalog.modules()) {
      for (Modinfo.Entry entry : module.modinfo().entries()) {
        if (entry.key().equals(key)) {
          line(text, key, module.name(), entry.value());
        }
      }
    }
    return text.toBytes();
  }

  /** modules.symbols: who exports what. */
  static byte[] symbols(Catalog catalog, Complaints complaints) {
    TextBytes text = new TextBytes().append("# Aliases for symbols, used by symbol_request().\n");
    for (Symbol symbol : catalog.exported()) {
      String owner = catalog.modules().get(symbol.owner()).name();
      text.append("alias symbol:")
          .append(symbol.name())
          .append(' ')
          .append(owner)
          .append('\n');
    }
    return text.toBytes();
  }

  /**
   * modules.devname: device nodes that load a module when they are first opened. A module has one
   * if an alias gives its name and another its numbers; the first moment both are known decides.
   */
  static byte[] devname(Catalog catalog, Complaints complaints) {
    TextBytes text = new TextBytes();
    for (DepmodModule module : catalog.modules()) {
      deviceNode(module, text, complaints);
    }
    return text.toBytes();
  }

  private static void deviceNode(DepmodModule module, TextBytes text, Complaints complaints) {
    String node = "";
    String numbers = "";
    for (Modinfo.Entry entry : module.modinfo().entries()) {
      if (!entry.key().equals("alias")) {
        continue;
      }
      if (entry.value().startsWith(DEVNAME)) {
        node = entry.value().substring(DEVNAME.length());
      } else {
        numbers = deviceNumbers(entry.value(), numbers);
      }
      if (!node.isEmpty() && !numbers.isEmpty()) {
        if (text.isEmpty()) {
          text.append("# Device nodes to trigger on-demand module loading.\n");
        }
        line(text, module.name(), node, numbers);
        return;
      }
    }
    if (!node.isEmpty()) {
      complaints.error("Module '" + module.name() + "' has devname (" + node
          + ") but lacks major and minor information. Ignoring.");
    }
  }

  /** Returns the numbers in the form {@code c10:229}, or {@code former} if there are none. */
  private static String deviceNumbers(String alias, String former) {
    if (!alias.startsWith("char-major-") && !alias.startsWith("block-major-")) {
      return former;
    }
    Matcher numbers = DEVICE_NUMBER.matcher(alias);
    if (!numbers.matches()) {
      return former;
    }
    return alias.charAt(0) + number(numbers.group(2)) + ":" + number(numbers.group(3));
  }

  /** Drops leading zeros. */
  private static String number(String digits) {
    return Long.toString(Long.parseLong(digits));
  }

  private static void line(TextBytes text, String first, String second, String third) {
    text.append(first).append(' ').append(second).append(' ').append(third).append('\n');
  }
}
