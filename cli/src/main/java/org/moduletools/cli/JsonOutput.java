package org.moduletools.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Collection;

/**
 * A JSON document (RFC 8259) on a program's output: one object, in UTF-8, indented, with a line end
 * after it. Members are written in the order of the calls.
 *
 * <p>The texts of modules and files have a {@code char} for each byte. Here they are decoded as
 * UTF-8, or where that fails as ISO 8859-1, so that nothing is lost. On a terminal it is JSON as
 * well: {@link JsonEscapes}.
 */
public final class JsonOutput implements AutoCloseable {

  private final Writer out;
  private final JsonWriter writer;

  /** Begins the document's object on the output of {@code host}. */
  public JsonOutput(Host host) {
    this.out = new JsonEscapes(
        new OutputStreamWriter(host.out(), UTF_8),
        Escapes.ofTerminal(host.environment()).utf8(),
        () -> host.machine().isTerminal(Host.OUT));
    this.writer = new JsonWriter(out);
    writer.setIndent("  ");
    write(writer::beginObject);
  }

  /** A step of writing. */
  @FunctionalInterface
  private interface Step {
    void take() throws IOException;
  }

  private static void write(Step step) {
    try {
      step.take();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible); // a PrintStream keeps its failures to itself
    }
  }

  /** Begins a list as the value of {@code name}, or a list in a list. */
  public void beginList(String name) {
    name(name);
    write(writer::beginArray);
  }

  /** Ends the list that was begun last. */
  public void endList() {
    write(writer::endArray);
  }

  /** Begins an object in a list. */
  public void beginObject() {
    write(writer::beginObject);
  }

  /** Begins an object as the value of {@code name}. */
  public void beginObject(String name) {
    name(name);
    write(writer::beginObject);
  }

  /** Ends the object that was begun last. */
  public void endObject() {
    write(writer::endObject);
  }

  private void name(String name) {
    write(() -> writer.name(text(name)));
  }

  /** Writes a member of an object. */
  public void member(String name, String value) {
    name(name);
    write(() -> writer.value(text(value)));
  }

  /** Writes a member of an object. */
  public void member(String name, long value) {
    name(name);
    write(() -> writer.value(value));
  }

  /** Writes a member of an object. */
  public void member(String name, boolean value) {
    name(name);
    write(() -> writer.value(value));
  }

  /** Writes a list of texts as member of an object. */
  public void member(String name, Collection<String> values) {
    beginList(name);
    for (String value : values) {
      write(() -> writer.value(text(value)));
    }
    endList();
  }

  /** Ends the document; later output and messages come below it. */
  @Override
  public void close() {
    write(writer::endObject);
    write(() -> out.write('\n'));
    write(out::flush);
  }

  private static String text(String bytes) {
    boolean isAscii = true;
    for (int i = 0; i < bytes.length(); i++) {
      char c = bytes.charAt(i);
      if (c > 0xff) {
        return bytes; // not bytes: a name as the JVM has read it
      }
      isAscii &= c < 0x80;
    }
    if (isAscii) {
      return bytes;
    }
    try {
      return UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.getBytes(ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      return bytes;
    }
  }
}
