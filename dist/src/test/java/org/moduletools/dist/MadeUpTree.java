package org.moduletools.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.moduletools.modulefile.ModuleBuilder;

/**
 * A tree of made-up modules that is being written, with what a kernel's build leaves beside them.
 */
final class MadeUpTree {

  private final Path directory;
  private final List<String> order = new ArrayList<>();

  /** Begins the tree of a kernel release in the folder {@code root}. */
  MadeUpTree(Path root, String release) {
    directory = root.resolve("lib/modules").resolve(release);
  }

  /** Writes a module to a path below the folder kernel; modules.order lists it next. */
  void add(String path, ModuleBuilder module) {
    module.modinfo("license=GPL").writeTo(directory.resolve("kernel").resolve(path));
    order.add("kernel/" + path);
  }

  /** Writes what is known of all of them, and of one that is part of the kernel. */
  void finish() throws IOException {
    Files.writeString(directory.resolve("modules.builtin"), "kernel/net/unix/unix.ko\n");
    Files.writeString(
        directory.resolve("modules.builtin.modinfo"), "unix.license=GPL\0unix.alias=net-pf-1\0");
    String lines = order.stream().map(line -> line + "\n").collect(Collectors.joining());
    Files.writeString(directory.resolve("modules.order"), lines);
  }
}
