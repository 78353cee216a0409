package org.moduletools.modprobe;

import org.moduletools.cli.Host;
import org.moduletools.cli.JsonOutput;
import org.moduletools.module.ModuleName;

/** Prints a JSON document: an object for each module or command, in the order of execution. */
final class ActionJson implements ActionLog {

  private final JsonOutput json;

  /** Begins the document on the output of {@code host}. */
  ActionJson(Host host) {
    this(new JsonOutput(host));
  }

  /** Continues the document {@code json}, and ends it. */
  ActionJson(JsonOutput json) {
    this.json = json;
    json.beginList("actions");
  }

  @Override
  public void insmod(ModuleName module, String file, String parameters) {
    begin("insmod", module);
    json.member("file", file);
    json.member("parameters", parameters.strip());
    json.endObject();
  }

  @Override
  public void install(ModuleName module, String command, String parameters) {
    begin("install", module);
    json.member("command", command);
    json.member("parameters", parameters.strip());
    json.endObject();
  }

  @Override
  public void builtin(ModuleName module) {
    begin("builtin", module);
    json.endObject();
  }

  @Override
  public void rmmod(ModuleName module) {
    begin("rmmod", module);
    json.endObject();
  }

  @Override
  public void remove(ModuleName module, String command) {
    begin("remove", module);
    json.member("command", command);
    json.endObject();
  }

  private void begin(String action, ModuleName module) {
    json.beginObject();
    json.member("action", action);
    json.member("module", module.value());
  }

  @Override
  public void close() {
    json.endList();
    json.close();
  }
}
