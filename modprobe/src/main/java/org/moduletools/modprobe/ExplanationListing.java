package org.moduletools.modprobe;

/** Shows explanations ({@code modprobe --explain}). */
interface ExplanationListing extends AutoCloseable {

  /** Shows one. */
  void show(Explanation explanation);

  /** Ends the list. */
  @Override
  void close();
}
