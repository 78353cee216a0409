package org.moduletools.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.moduletools.index.ModuleDirectory.Entry;
import org.moduletools.module.ModuleName;

/**
 * The modules that are part of the kernel and have no file: modules.builtin.bin, or else
 * modules.builtin.
 */
public final class BuiltinModules implements AutoCloseable {

  private static final Predicate<String> BEGINS_WITH_LETTER =
      Pattern.compile("^[A-Za-z]").asPredicate();

  private final Table table;

  /**
   * Makes one for {@code directory}; files are opened when the first question comes.
   *
   * @param problems hears of a damaged index
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

  /** Reads paths; what does not begin with a letter is none, as in kmod's depmod. */
  private static IndexBuilder readText(Path file) throws IOException {
    IndexBuilder names = new IndexBuilder();
    for (String path : TextFile.readLines(file)) {
      if (BEGINS_WITH_LETTER.test(path)) {
        names.addText(ModuleName.ofPath(path).value(), "", 0);
      }
    }
    return names;
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
  public void close() {
    table.close();
  }
}
