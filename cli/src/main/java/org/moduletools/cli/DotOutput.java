package org.moduletools.cli;

import java.io.PrintStream;

/**
 * A directed graph in the language of Graphviz's {@code dot}, on a program's output. Nodes and
 * edges are written in the order of the calls; {@code dot -Tsvg} makes a picture of them.
 */
public final class DotOutput implements AutoCloseable {

  private final PrintStream out;

  /** Begins the graph on {@code out}. */
  public DotOutput(PrintStream out) {
    this.out = out;
    out.print("digraph modules {\n  rankdir=LR;\n  node [shape=box];\n");
  }

  /**
   * Writes a node.
   *
   * @param attributes such as {@code style=dashed}
   */
  public void node(String name, String... attributes) {
    out.print("  " + quoted(name) + list(attributes) + ";\n");
  }

  /**
   * Writes an edge.
   *
   * @param attributes such as {@code style=dashed}
   */
  public void edge(String from, String to, String... attributes) {
    out.print("  " + quoted(from) + " -> " + quoted(to) + list(attributes) + ";\n");
  }

  private static String quoted(String name) {
    return "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static String list(String... attributes) {
    return attributes.length == 0 ? "" : " [" + String.join(", ", attributes) + "]";
  }

  /** Ends the graph. */
  @Override
  public void close() {
    out.print("}\n");
  }
}
