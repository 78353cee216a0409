package org.moduletools.indexing;

import java.nio.file.Path;

/** Is given what happens while indexes are made, by any thread. */
@FunctionalInterface
public interface IndexingListener {

  /** Takes what is wrong. */
  void problem(IndexProblem problem);

  /** Is called before the first module is read. */
  default void beginReading(int modules) {}

  /** Is called after each module that was read. */
  default void moduleRead() {}

  /** Is called after the last module was read. */
  default void endReading() {}

  /**
   * Is called, with {@link IndexOption#REPORT_NEEDS}, for the first symbol by which a module needs
   * another.
   */
  default void needs(Path module, String symbol, Path exporter) {}

  /** Reports that something is missing. */
  default void error(String text) {
    problem(IndexProblem.error(text));
  }

  /** Reports that something may not be as it was meant. */
  default void warning(String text) {
    problem(IndexProblem.warning(text));
  }
}
