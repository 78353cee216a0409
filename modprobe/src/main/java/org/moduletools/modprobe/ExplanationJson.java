package org.moduletools.modprobe;

import java.util.List;
import org.moduletools.cli.Host;
import org.moduletools.cli.JsonOutput;

/** Prints explanations as a JSON document. */
final class ExplanationJson implements ExplanationListing {

  private final JsonOutput json;

  /** Begins the document on the output of {@code host}. */
  ExplanationJson(Host host) {
    this.json = new JsonOutput(host);
    json.beginList("explanations");
  }

  @Override
  public void show(Explanation explanation) {
    json.beginObject();
    json.member("name", explanation.name());
    json.member("meaning", explanation.meaning());
    json.member("loads", explanation.loads());
    if (explanation.modules().isEmpty()) {
      json.member("verdict", Explanation.NOTHING);
    }
    show(explanation.findings());
    json.beginList("modules");
    for (ModuleExplanation module : explanation.modules()) {
      json.beginObject();
      json.member("name", module.module().value());
      json.member("reason", module.reason());
      json.member("outcome", module.outcome().word());
      json.member("verdict", module.verdict());
      show(module.findings());
      json.endObject();
    }
    json.endList();
    json.endObject();
  }

  private void show(List<Finding> findings) {
    json.beginList("findings");
    for (Finding finding : findings) {
      json.beginObject();
      json.member("topic", finding.topic().label());
      json.member("bearing", finding.bearing().word());
      json.member("text", finding.text());
      if (finding.hasSource()) {
        json.member("file", finding.source().file());
        if (!finding.source().isCommandLine()) {
          json.member("line", finding.source().line());
        }
      }
      json.endObject();
    }
    json.endList();
  }

  @Override
  public void close() {
    json.endList();
    json.close();
  }
}
