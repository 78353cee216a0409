package org.moduletools.indexing;

import java.util.ArrayList;
import java.util.List;

/**
 * The problems of one output file, kept until that file is reported: the files are rendered
 * concurrently.
 */
final class Complaints {

  private final List<IndexProblem> problems = new ArrayList<>();
  private String refusal = "";

  void error(String text) {
    add(IndexProblem.error(text));
  }

  void warning(String text) {
    add(IndexProblem.warning(text));
  }

  private void add(IndexProblem problem) {
    if (refusal.isEmpty()) {
      problems.add(problem);
    }
  }

  /** The file cannot be made. Problems after the first fatal one are not reported. */
  void fatal(String text) {
    refusal = refusal.isEmpty() ? text : refusal;
  }

  /**
   * Reports all of them.
   *
   * @throws IndexingException if there can be no such file
   */
  void reportTo(IndexingListener listener) throws IndexingException {
    problems.forEach(listener::problem);
    if (!refusal.isEmpty()) {
      throw new IndexingException(refusal);
    }
  }
}
