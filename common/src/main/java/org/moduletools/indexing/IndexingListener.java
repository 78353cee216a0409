package org.moduletools.indexing;

import java.nio.file.Path;

/** Receives problems and progress while indexes are made, from any thread. */
@FunctionalInterface
public interface IndexingListener {

  /** Receives a problem. */
  void problem(IndexProblem problem);

  /** Is called before the first module is read. */
  default void beginReading(int modules) {}

  /** Is called after each module that was read. */
  default void moduleRead() {}

  /** Is called after the last module was read. */
  default void endReading() {}

  /**
   * With {@link IndexOption#REPORT_NEEDS}: is called for the first symbol by which a module needs
   * another.
   */
  default void needs(Path module, String symbol, Path exporter) {}

  /** Reports an {@link IndexProblem.Level#ERROR}. */
  default void error(String text) {
    problem(IndexProblem.error(text));
  }

  /** Reports a {@link IndexProblem.Level#WARNING}. */
  default void warning(String text) {
    problem(IndexProblem.warning(text));
  }
}
