package org.moduletools.indexing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.moduletools.index.DeviceNode;
import org.moduletools.indexing.SymbolTable.Symbol;

/** Renders the text files (kmod 34, tools/depmod.c: output_deps and others). */
final class TextFiles {

  private static final String DEVNAME = "devname:";

  /** The size of kmod's table of symbols, which decides the order of modules.symbols. */
  private static final int BUCKETS = 2048;

  /** The part of an alias that sscanf reads by {@code char-major-%u-%u}. */
  private static final Pattern DEVICE_NUMBER =
      Pattern.compile("(char|block)-major-(\\d{1,10})-(\\d{1,10}).*", Pattern.DOTALL);

  private TextFiles() {}

  /** modules.dep: each module's file and those that it needs. */
  static OutputBytes dep(Catalog catalog, Complaints complaints) {
    OutputBytes text = new OutputBytes();
    byte[][] listed = catalog.modules().stream()
        .map(module -> bytes(module.file().listed()))
        .toArray(byte[][]::new);
    for (int i = 0; i < listed.length; i++) {
      text.append(listed[i]).append(':');
      for (int needed : catalog.dependencies()[i]) {
        text.append(' ').append(listed[needed]);
      }
      text.append('\n');
    }
    return text;
  }

  /** modules.alias: the modules' aliases, in their spelling. */
  static OutputBytes alias(Catalog catalog, Complaints complaints) {
    OutputBytes text = new OutputBytes().append("# Aliases extracted from modules themselves.\n");
    byte[] begin = bytes("alias ");
    for (DepmodModule module : catalog.modules()) {
      byte[] end = bytes(" " + module.name() + "\n");
      for (String alias : module.aliases()) {
        text.append(begin).append(alias).append(end);
      }
    }
    return text;
  }

  /** modules.softdep: the modules' softdep strings. */
  static OutputBytes softdep(Catalog catalog, Complaints complaints) {
    return wishes(
        catalog,
        "# Soft dependencies extracted from modules themselves.\n",
        "softdep",
        DepmodModule::softdeps);
  }

  /** modules.weakdep: the modules' weakdep strings. */
  static OutputBytes weakdep(Catalog catalog, Complaints complaints) {
    return wishes(
        catalog,
        "# Weak dependencies extracted from modules themselves.\n",
        "weakdep",
        DepmodModule::weakdeps);
  }

  private static OutputBytes wishes(
      Catalog catalog, String head, String key, Function<DepmodModule, List<String>> ofModule) {
    OutputBytes text = new OutputBytes().append(head);
    for (DepmodModule module : catalog.modules()) {
      for (String wish : ofModule.apply(module)) {
        text.append(key + " " + module.name() + " " + wish + "\n");
      }
    }
    return text;
  }

  /** modules.symbols: exported symbols and their modules. */
  static OutputBytes symbols(Catalog catalog, Complaints complaints) {
    OutputBytes text =
        new OutputBytes().append("# Aliases for symbols, used by symbol_request().\n");
    byte[] begin = bytes("alias symbol:");
    byte[][] ends = catalog.modules().stream()
        .map(module -> bytes(" " + module.name() + "\n"))
        .toArray(byte[][]::new);
    for (Symbol symbol : HashOrder.sorted(catalog.exported(), BUCKETS, Symbol::name)) {
      text.append(begin).append(symbol.name()).append(ends[symbol.owner()]);
    }
    return text;
  }

  /**
   * modules.devname: device nodes that load a module when they are first opened. A module has one
   * if an alias states its name and another its numbers; the first of each in the order of aliases
   * count.
   */
  static OutputBytes devname(Catalog catalog, Complaints complaints) {
    OutputBytes text = new OutputBytes();
    for (DepmodModule module : catalog.modules()) {
      Optional<DeviceNode> node = deviceNode(module, complaints::error);
      if (node.isPresent()) {
        if (text.isEmpty()) {
          text.append("# Device nodes to trigger on-demand module loading.\n");
        }
        text.append(node.get().line());
      }
    }
    return text;
  }

  /** Returns the node of {@code module}; one without numbers is an error. */
  static Optional<DeviceNode> deviceNode(DepmodModule module, Consumer<String> errors) {
    Optional<String> node = Optional.empty();
    Optional<Matcher> numbers = Optional.empty();
    for (String alias : module.aliases()) {
      if (alias.startsWith(DEVNAME)) {
        node = Optional.of(alias.substring(DEVNAME.length()));
      } else if (alias.startsWith("char-major-") || alias.startsWith("block-major-")) {
        Matcher matcher = DEVICE_NUMBER.matcher(alias);
        numbers = matcher.matches() ? Optional.of(matcher) : numbers;
      }
      if (node.isPresent() && numbers.isPresent()) {
        Matcher found = numbers.get();
        return Optional.of(new DeviceNode(
            module.name(),
            node.get(),
            found.group(1).charAt(0),
            Long.parseLong(found.group(2)),
            Long.parseLong(found.group(3))));
      }
    }
    if (node.isPresent()) {
      errors.accept("Module '" + module.name() + "' has devname (" + node.get()
          + ") but lacks major and minor information. Ignoring.");
    }
    return Optional.empty();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
