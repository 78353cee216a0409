package org.moduletools.modinfo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.moduletools.cli.Host;
import org.moduletools.cli.JsonOutput;
import org.moduletools.config.Softdeps;
import org.moduletools.modulefile.Modinfo.Entry;
import org.moduletools.modulefile.ModuleDescription;
import org.moduletools.modulefile.ModuleParameter;

/**
 * Shows modules as JSON. Each field of a module is a list, since any may occur several times.
 * Fields that are lists by themselves, and parameters, are also shown in parsed form. An unreadable
 * module is left out.
 */
final class JsonFields implements Output {

  private final Optional<String> field;
  private final JsonOutput json;
  private final Consumer<String> problems;

  private JsonFields(Optional<String> field, Host host, Consumer<String> problems) {
    this.field = field;
    this.problems = problems;
    this.json = new JsonOutput(host);
    json.beginList("modules");
  }

  /**
   * Returns a form that shows all fields.
   *
   * @param problems receives malformed strings
   */
  static JsonFields all(Host host, Consumer<String> problems) {
    return new JsonFields(Optional.empty(), host, problems);
  }

  /** Returns a form that shows one field, and its parsed form. */
  static JsonFields one(String field, Host host, Consumer<String> problems) {
    return new JsonFields(Optional.of(field), host, problems);
  }

  @Override
  public Need need() {
    return field.map(Fields::needOf).orElse(Need.ALL);
  }

  @Override
  public List<String> keys() {
    return field.map(Fields::keysOf).orElse(List.of());
  }

  @Override
  public void show(Subject subject, ModuleDescription description) {
    json.beginObject();
    json.member("name", subject.name().value());
    json.member("builtin", subject.isBuiltin());
    if (!subject.isBuiltin()) {
      json.member(Fields.FILE_NAME, subject.fileName());
    }
    Map<String, List<String>> values = new LinkedHashMap<>();
    description.modinfo().entries().forEach(entry -> add(entry, values));
    Stamps.of(description).forEach(stamp -> add(stamp, values));
    json.beginObject("fields");
    values.forEach((key, list) -> {
      if (isShown(key)) {
        json.member(key, list);
      }
    });
    json.endObject();
    showParts(values, description);
    json.endObject();
  }

  private static void add(Entry entry, Map<String, List<String>> values) {
    values.computeIfAbsent(entry.key(), key -> new ArrayList<>()).add(entry.value());
  }

  private boolean isShown(String key) {
    return field.isEmpty() || field.get().equals(key);
  }

  private void showParts(Map<String, List<String>> values, ModuleDescription description) {
    if (isShown("depends")) {
      json.member("depends", parts(values, "depends", ","));
    }
    if (isShown("softdep")) {
      List<Softdeps> softdeps = values.getOrDefault("softdep", List.of()).stream()
          .map(Softdeps::parse)
          .toList();
      json.beginObject("softdeps");
      json.member("pre", Softdeps.join(softdeps).pre());
      json.member("post", Softdeps.join(softdeps).post());
      json.endObject();
    }
    if (isShown("weakdep")) {
      json.member("weakdeps", parts(values, "weakdep", " "));
    }
    if (isShown(Fields.PARAMETER)) {
      json.beginList("parameters");
      for (ModuleParameter parameter : Fields.parameters(description.modinfo(), problems)) {
        show(parameter);
      }
      json.endList();
    }
  }

  private static List<String> parts(
      Map<String, List<String>> values, String key, String separator) {
    List<String> parts = new ArrayList<>();
    for (String value : values.getOrDefault(key, List.of())) {
      parts.addAll(Softdeps.words(value.replace(separator, " ")));
    }
    return parts;
  }

  private void show(ModuleParameter parameter) {
    json.beginObject();
    json.member("name", parameter.name());
    parameter.type().ifPresent(type -> json.member("type", type));
    parameter.text().ifPresent(text -> json.member("description", text));
    json.endObject();
  }

  @Override
  public void showUnread(Subject subject) {
    // the message has all that is known
  }

  @Override
  public void finish() {
    json.endList();
    json.close();
  }
}
