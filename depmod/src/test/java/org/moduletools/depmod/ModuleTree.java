package org.moduletools.depmod;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.moduletools.cli.TestHost;
import org.moduletools.kernel.FakeMachine;
import org.moduletools.modulefile.ModuleBuilder;

/** A machine in memory with modules of release 5.0, and depmod run on it. */
final class ModuleTree implements AutoCloseable {

  static final String RELEASE = "5.0";

  private final FileSystem fileSystem = Jimfs.newFileSystem(
      Configuration.unix().toBuilder().setAttributeViews("basic", "posix").build());
  private final Path root = fileSystem.getPath("/");
  private final FakeMachine machine = new FakeMachine();
  private TestHost host = new TestHost(root, machine);

  /** Makes one with empty modules.order, modules.builtin and modules.builtin.modinfo. */
  ModuleTree() {
    machine.kernel().runs(RELEASE);
    file("modules.order", "");
    file("modules.builtin", "");
    file("modules.builtin.modinfo", "");
  }

  /** Returns a path by its absolute name. */
  Path path(String absolute) {
    return root.resolve(absolute);
  }

  /** Returns a path below the module directory. */
  Path inModules(String relative) {
    return root.resolve("lib/modules").resolve(RELEASE).resolve(relative);
  }

  /** Writes a file below the module directory, or anywhere if its name begins with a slash. */
  ModuleTree file(String name, String content) {
    try {
      Path file = inModules(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content, ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Writes depmod.d lines. */
  ModuleTree config(String... lines) {
    return file("/etc/depmod.d/test.conf", String.join("\n", lines) + "\n");
  }

  /** Writes modules that have nothing in them, below the module directory or anywhere. */
  ModuleTree modules(String... names) {
    for (String name : names) {
      module(name, empty -> empty.modinfo("license=GPL"));
    }
    return this;
  }

  /** Writes a module below the module directory, or anywhere if its name begins with a slash. */
  ModuleTree module(String name, UnaryOperator<ModuleBuilder> content) {
    content.apply(new ModuleBuilder()).writeTo(inModules(name));
    return this;
  }

  /** Runs depmod; what it printed before is forgotten. */
  int depmod(String... arguments) {
    host = new TestHost(root, machine);
    return host.run(new Depmod(), arguments);
  }

  /** Returns what the last run printed on standard output. */
  String out() {
    return host.out();
  }

  /** Returns what the last run printed on standard error. */
  String err() {
    return host.err();
  }

  /** Returns the text of a file below the module directory, or anywhere. */
  String text(String name) {
    try {
      return Files.readString(inModules(name), ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the bytes of a file below the module directory, two digits each. */
  String hex(String name) {
    return HexFormat.of().formatHex(text(name).getBytes(ISO_8859_1));
  }

  /** Returns the files that modules.dep lists, in its order. */
  List<String> listed() {
    return text("modules.dep")
        .lines()
        .map(line -> line.substring(0, line.indexOf(':')))
        .toList();
  }

  /** Returns the names in a directory that begin so, sorted. */
  List<String> entries(String directory, String beginning) {
    try (Stream<Path> entries = Files.list(inModules(directory))) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> name.startsWith(beginning))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the lines with their ends, as a file has them. */
  static String lines(String... lines) {
    StringBuilder text = new StringBuilder();
    Arrays.stream(lines).forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  @Override
  public void close() throws IOException {
    fileSystem.close();
  }
}
