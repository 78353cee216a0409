package org.moduletools.diagnosis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.moduletools.module.ModuleName;
import org.moduletools.modulefile.ModuleFile;
import org.moduletools.modulefile.ModuleSymbols.Need;
import org.moduletools.tree.ModuleTree;
import org.moduletools.tree.ResolvedModule;

/** The symbols that a module needs, against those of the kernel and of the modules beside it. */
public final class NeededSymbols {

  /** How many symbols are named. */
  private static final int NAMED = 3;

  /**
   * What the kernel itself makes or passes over while it loads a module (kernel/module/main.c:
   * ignore_undef_symbol), and the layout, of which there is a version alone.
   */
  private static final Set<String> MADE =
      Set.of("__this_module", "_GLOBAL_OFFSET_TABLE_", "TOC.", ".TOC.", "module_layout");

  private final ModuleTree tree;
  private final KernelSymbols ofKernel;
  private final Predicate<ModuleName> isThere;
  private final Map<Path, Optional<Set<String>>> gplExports = new HashMap<>();
  private final List<MissingSymbol> missing = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();
  private final List<String> gplOnly = new ArrayList<>();
  private boolean mayNeedGplOnly;
  private @Nullable String licence;

  private NeededSymbols(ModuleTree tree, KernelSymbols ofKernel, Predicate<ModuleName> isThere) {
    this.tree = tree;
    this.ofKernel = ofKernel;
    this.isThere = isThere;
  }

  /**
   * Looks at all that the module in {@code file} needs.
   *
   * @param tree the modules of the kernel that it is for
   * @param isThere whether a module is loaded when it is this one's turn
   * @throws IOException if the file is damaged, or an index
   */
  public static NeededSymbols of(
      Path file, ModuleTree tree, KernelSymbols ofKernel, Predicate<ModuleName> isThere)
      throws IOException {
    NeededSymbols symbols = new NeededSymbols(tree, ofKernel, isThere);
    ModuleFile module = ModuleFile.read(file);
    symbols.licence = Licence.incompatible(module.modinfo()).orElse(null);
    for (Need need : module.symbols().needs()) {
      if (!need.weak() && !MADE.contains(need.name())) {
        // 64-bit PowerPC calls a function .foo and its descriptor foo.
        symbols.look(need.name().startsWith(".") ? need.name().substring(1) : need.name());
      }
    }
    return symbols;
  }

  private void look(String symbol) throws IOException {
    List<ModuleName> exporters =
        tree.resolve("symbol:" + symbol).stream().map(ResolvedModule::name).toList();
    Optional<ModuleName> exporter = exporters.stream().filter(isThere).findFirst();
    if (exporter.isPresent()) {
      addLicensed(symbol, isGplOnly(symbol, exporter.get()));
    } else if (ofKernel.have(symbol)) {
      addLicensed(symbol, ofKernel.isGplOnly(symbol));
    } else if (!exporters.isEmpty() || ofKernel.areKnown()) {
      missing.add(new MissingSymbol(symbol, exporters));
    } else {
      unknown.add(symbol);
      mayNeedGplOnly = true;
    }
  }

  private void addLicensed(String symbol, Optional<Boolean> isGplOnly) {
    if (isGplOnly.isEmpty()) {
      mayNeedGplOnly = true;
    } else if (isGplOnly.get()) {
      gplOnly.add(symbol);
    }
  }

  /** The exporter's file is read only for a module whose licence matters. */
  private Optional<Boolean> isGplOnly(String symbol, ModuleName exporter) throws IOException {
    Optional<Path> file = licence == null ? Optional.empty() : tree.file(exporter);
    return file.flatMap(path -> gplExports.computeIfAbsent(path, NeededSymbols::readGplExports))
        .map(names -> names.contains(symbol));
  }

  private static Optional<Set<String>> readGplExports(Path file) {
    try {
      return Optional.of(ModuleFile.readGplOnlyExports(file));
    } catch (IOException notTold) {
      return Optional.empty();
    }
  }

  /** Returns those that are not there, in the order of the file. */
  public MissingSymbols missing() {
    return new MissingSymbols(missing);
  }

  /**
   * Returns a cause that names those of {@code uncompared} of which nobody can tell, if there are
   * any: no module has them, and the kernel's are not known.
   */
  public Optional<Cause> unknown(Predicate<String> uncompared) {
    List<String> named = unknown.stream().filter(uncompared).toList();
    if (named.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(() -> "not compared: " + Sentence.allOf(named, NAMED) + "; no module has "
        + (named.size() == 1 ? "it" : "them")
        + ", and no symbols of the kernel itself are known (Module.symvers, System.map,"
        + " /proc/kallsyms)");
  }

  /**
   * Returns the licence of the module if that keeps GPL-only symbols from it, or may do so; nothing
   * if it is compatible with the GPL, or no symbol that it needs is GPL-only.
   */
  public Optional<Licence> licence() {
    boolean matters = !gplOnly.isEmpty() || mayNeedGplOnly;
    return licence != null && matters
        ? Optional.of(new Licence(licence, gplOnly))
        : Optional.empty();
  }
}
