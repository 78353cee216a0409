package org.moduletools.indexing;

import java.util.List;
import org.moduletools.index.IndexBuilder;
import org.moduletools.index.IndexSizeException;
import org.moduletools.index.ModuleDirectory;
import org.moduletools.indexing.SymbolTable.Symbol;

/**
 * The content of all output files.
 *
 * @param modules the modules, in the order of every output
 * @param exported the symbols that they export, in their order
 * @param dependencies for each module the positions of those it needs, in the order of modules.dep
 * @param directory the module directory
 * @param warnDuplicates whether values that an index has twice are reported
 */
@SuppressWarnings("ArrayRecordComponent") // made once, never compared
record Catalog(
    List<DepmodModule> modules,
    List<Symbol> exported,
    int[][] dependencies,
    ModuleDirectory directory,
    boolean warnDuplicates) {

  /** Copies the lists, not the rows. */
  Catalog {
    modules = List.copyOf(modules);
    exported = List.copyOf(exported);
  }

  /**
   * Checks the size of modules.dep before the files are made, which takes several times as much
   * memory.
   *
   * @throws IndexSizeException if no index can hold the dependencies
   */
  void checkSize() throws IndexSizeException {
    int[] lengths = new int[modules.size()];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = listed(i).length();
    }
    long bytes = 0;
    for (int[] row : dependencies) {
      for (int needed : row) {
        bytes += 1 + lengths[needed];
      }
    }
    if (bytes > IndexBuilder.MAX_BYTES) {
      throw new IndexSizeException();
    }
  }

  /** Returns the name in modules.dep of the file of the module at {@code position}. */
  String listed(int position) {
    return modules.get(position).file().listed();
  }

  /** Returns the line of modules.dep for the module at {@code position}, without its end. */
  String dependencyLine(int position) {
    int length = listed(position).length() + 1;
    for (int needed : dependencies[position]) {
      length += 1 + listed(needed).length();
    }
    StringBuilder line = new StringBuilder(length).append(listed(position)).append(':');
    for (int needed : dependencies[position]) {
      line.append(' ').append(listed(needed));
    }
    return line.toString();
  }
}
