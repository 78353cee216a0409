package org.moduletools.depmod;

import java.nio.file.Path;
import org.moduletools.cli.Host;
import org.moduletools.cli.Messages;
import org.moduletools.cli.Severity;
import org.moduletools.indexing.IndexProblem;
import org.moduletools.indexing.IndexingListener;

/** Prints problems and progress while modules are indexed. */
final class ReportToUser implements IndexingListener {

  private final Messages messages;
  private final Host host;
  private final Progress progress;

  ReportToUser(Messages messages, Host host) {
    this.messages = messages;
    this.host = host;
    this.progress = Progress.of(host);
  }

  @Override
  public void problem(IndexProblem problem) {
    messages.say(Severity.valueOf(problem.level().name()), problem.text());
  }

  @Override
  public void beginReading(int modules) {
    progress.begin(modules);
  }

  @Override
  public void moduleRead() {
    progress.step();
  }

  @Override
  public void endReading() {
    progress.end();
  }

  @Override
  public void needs(Path module, String symbol, Path exporter) {
    host.out().print(module + " needs \"" + symbol + "\": " + exporter + "\n");
  }
}
