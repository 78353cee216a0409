package org.moduletools.index;

import java.io.IOException;
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
   * Makes one for {@code directory}; files are opened when the first question comes.
   *
   * @param problems hears of a damaged index
   */
  public BuiltinModules(ModuleDirectory directory, Consumer<String> problems) {
    table = new Table(directory.file(Entry.BUILTIN_BIN), () -> text(directory), problems);
  }

  private static TextTable text(ModuleDirectory directory) throws IOException {
    TextTable text = new TextTable();
    TextTable.content(directory.file(Entry.BUILTIN))
        .lines()
        .forEach(path -> text.add(ModuleName.ofPath(path).value(), ""));
    return text;
  }

  /** Returns whether {@code module} is part of the kernel. */
  public boolean contains(ModuleName module) throws IOException {
    return table.search(module.value()).isPresent();
  }

  /** Shows the names of all, ordered by their bytes. */
  public void forEach(Consumer<ModuleName> visitor) throws IOException {
    table.forEach((name, nothing) -> visitor.accept(new ModuleName(name)));
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}
