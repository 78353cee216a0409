package org.moduletools.dist;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The schema of what the programs print as JSON, and how documents keep to it. Of JSON Schema it
 * knows what our schema uses: {@code $ref}, {@code type}, {@code enum}, {@code items},
 * {@code properties}, {@code required} and {@code additionalProperties}.
 */
final class JsonSchema {

  private final JsonObject definitions;

  /** The parts of the schema, by identity, for members that some document had. */
  private final Set<JsonElement> met = Collections.newSetFromMap(new IdentityHashMap<>());

  private JsonSchema(JsonObject definitions) {
    this.definitions = definitions;
  }

  /** Reads the project's schema. */
  static JsonSchema read() throws IOException {
    String text = Files.readString(Path.of("src/main/json/module-tools.schema.json"));
    return new JsonSchema(JsonParser.parseString(text).getAsJsonObject().getAsJsonObject("$defs"));
  }

  /** Returns what is wrong with {@code document} as one of that kind. */
  List<String> problems(String kind, String document) {
    List<String> problems = new ArrayList<>();
    check(definitions.getAsJsonObject(kind), JsonParser.parseString(document), kind, problems);
    return problems;
  }

  private void check(JsonObject schema, JsonElement value, String at, List<String> problems) {
    if (schema.has("$ref")) {
      String name = schema.get("$ref").getAsString().substring("#/$defs/".length());
      check(definitions.getAsJsonObject(name), value, at, problems);
      return;
    }
    if (!typeOf(value).equals(schema.get("type").getAsString())) {
      problems.add(at + " is of type " + typeOf(value));
    } else if (schema.has("enum") && !schema.getAsJsonArray("enum").contains(value)) {
      problems.add(at + " is " + value);
    } else if (value.isJsonArray()) {
      JsonArray array = value.getAsJsonArray();
      array.forEach(item -> check(schema.getAsJsonObject("items"), item, at + "[]", problems));
    } else if (value.isJsonObject()) {
      checkMembers(schema, value.getAsJsonObject(), at, problems);
    }
  }

  private void checkMembers(
      JsonObject schema, JsonObject object, String at, List<String> problems) {
    JsonObject properties =
        schema.has("properties") ? schema.getAsJsonObject("properties") : new JsonObject();
    for (Map.Entry<String, JsonElement> member : object.entrySet()) {
      String name = member.getKey();
      JsonElement others = schema.get("additionalProperties");
      if (properties.has(name)) {
        met.add(properties.get(name));
        check(properties.getAsJsonObject(name), member.getValue(), at + "." + name, problems);
      } else if (others.isJsonObject()) {
        check(others.getAsJsonObject(), member.getValue(), at + "." + name, problems);
      } else {
        problems.add(at + "." + name + " is not in the schema");
      }
    }
    if (schema.has("required")) {
      for (JsonElement required : schema.getAsJsonArray("required")) {
        if (!object.has(required.getAsString())) {
          problems.add(at + " has no " + required);
        }
      }
    }
  }

  private static String typeOf(JsonElement value) {
    if (value.isJsonObject()) {
      return "object";
    }
    if (value.isJsonArray()) {
      return "array";
    }
    JsonPrimitive primitive = value.getAsJsonPrimitive();
    if (primitive.isBoolean()) {
      return "boolean";
    }
    return primitive.isNumber() ? "integer" : "string";
  }

  /** Returns the members in the schema that no document had so far. */
  List<String> neverMet() {
    List<String> names = new ArrayList<>();
    collectUnmet("", definitions, names);
    return names;
  }

  private void collectUnmet(String at, JsonElement element, List<String> names) {
    if (!element.isJsonObject()) {
      return;
    }
    for (Map.Entry<String, JsonElement> member : element.getAsJsonObject().entrySet()) {
      if (member.getKey().equals("properties")) {
        for (Map.Entry<String, JsonElement> property :
            member.getValue().getAsJsonObject().entrySet()) {
          if (!met.contains(property.getValue())) {
            names.add(at + "." + property.getKey());
          }
        }
      }
      collectUnmet(at + "." + member.getKey(), member.getValue(), names);
    }
  }
}
