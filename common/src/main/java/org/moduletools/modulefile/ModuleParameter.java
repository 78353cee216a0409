package org.moduletools.modulefile;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a module. Two modinfo strings state it, {@code parm=NAME:TEXT} and
 * {@code parmtype=NAME:TYPE}, in either order or alone.
 */
public final class ModuleParameter {

  /** The key of the string that describes a parameter. */
  static final String TEXT_KEY = "parm";

  /** The key of the string that states its type. */
  static final String TYPE_KEY = "parmtype";

  private final String name;
  private final @Nullable String type;
  private final @Nullable String text;

  private ModuleParameter(String name, @Nullable String type, @Nullable String text) {
    this.name = name;
    this.type = type;
    this.text = text;
  }

  /** Returns a parameter without text and type. */
  static ModuleParameter named(String name) {
    return new ModuleParameter(name, null, null);
  }

  /** Returns this parameter with the value of the string {@code key}. */
  ModuleParameter with(String key, String stated) {
    return key.equals(TEXT_KEY)
        ? new ModuleParameter(name, type, stated)
        : new ModuleParameter(name, stated, text);
  }

  /** Returns its name. */
  public String name() {
    return name;
  }

  /** Returns the type of its value, such as {@code int} or {@code charp}, if that is stated. */
  public Optional<String> type() {
    return Optional.ofNullable(type);
  }

  /** Returns its description, if that is stated. */
  public Optional<String> text() {
    return Optional.ofNullable(text);
  }

  @Override
  @SuppressWarnings("exports") // callers do not need the annotation
  public boolean equals(@Nullable Object other) {
    return other instanceof ModuleParameter same
        && name.equals(same.name)
        && Objects.equals(type, same.type)
        && Objects.equals(text, same.text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, type, text);
  }

  /** Returns the line of {@code modinfo -p}. */
  @Override
  public String toString() {
    String described = name + ":" + (text == null ? "" : text);
    return type == null ? described : described + " (" + type + ")";
  }
}
