package org.moduletools.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.moduletools.index.ModuleDirectory.Entry;
import org.moduletools.module.ModuleName;

/**
 * The modules that are part of the kernel and have no file: modules.builtin.bin, or else
 * modules.builtin.
 */
public final class BuiltinModules implements AutoCloseable {

  private final Table table;

  /**
   * The modules of {@code directory}. Files are opened on the first look-up.
   *
   * @param problems receives a message about a damaged index
   */
  public BuiltinModules(ModuleDirectory directory, Consumer<String> problems) {
    table = new Table(
        directory,
        Entry.BUILTIN_BIN,
        Entry.BUILTIN,
        BuiltinModules::readText,
        Table.ValueRule.NONE,
        problems);
  }

  /**
   * Returns the module that a line of modules.builtin is for: a path that begins with a letter of
   * isalpha(3) (kmod 34, tools/depmod.c: output_builtin_bin).
   */
  public static Optional<ModuleName> ofLine(String line) {
    char first = line.isEmpty() ? ' ' : line.charAt(0);
    boolean isPath = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
    return isPath ? Optional.of(ModuleName.ofPath(line)) : Optional.empty();
  }

  private static IndexBuilder readText(Path file) throws IOException {
    IndexBuilder names = new IndexBuilder();
    for (String line : TextFile.readLines(file)) {
      ofLine(line).ifPresent(module -> names.addText(module.value(), "", 0));
    }
    return names;
  }

  /** Returns whether {@code module} is part of the kernel. */
  public boolean contains(ModuleName module) throws IOException {
    return table.search(module.value()).isPresent();
  }

  /** Passes all names to {@code visitor}, ordered by their bytes. */
  public void forEach(Consumer<ModuleName> visitor) throws IOException {
    table.forEach((name, nothing) -> visitor.accept(new ModuleName(name)));
  }

  @Override
  public void close() {
    table.close();
  }
}
