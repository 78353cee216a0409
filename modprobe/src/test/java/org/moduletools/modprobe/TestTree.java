package org.moduletools.modprobe;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.nio.file.Path;
import org.moduletools.cli.TestHost;
import org.moduletools.files.MadeFiles;
import org.moduletools.kernel.FakeKernel;
import org.moduletools.kernel.FakeMachine;
import org.moduletools.modulefile.ModuleBuilder;

/**
 * A machine with these modules and nothing loaded; users stand above what they need:
 *
 * <pre>
 *   top    other
 *    |  \    |
 *   mid  |   |
 *     \  |   |
 *     base_mod      lone      (aliases fs-lone, pci:v*d7* and, with other, pci:v1*)
 * </pre>
 *
 * <p>{@code built} is part of the kernel, alias {@code net-built}.
 */
final class TestTree {

  static final String DIRECTORY = "/lib/modules/6.1.0-21-amd64/";

  private final Path root = Jimfs.newFileSystem(Configuration.unix()).getPath("/");
  private final FakeMachine machine = new FakeMachine();
  private final TestHost host = new TestHost(root, machine);

  TestTree() {
    file(DIRECTORY + "modules.dep", """
        kernel/top.ko: kernel/mid.ko kernel/base-mod.ko
        kernel/mid.ko: kernel/base-mod.ko
        kernel/base-mod.ko:
        kernel/other.ko: kernel/base-mod.ko
        kernel/lone.ko:
        """);
    file(DIRECTORY + "modules.alias", """
        # Aliases extracted from modules themselves.
        alias fs-lone lone
        alias pci:v*d7* lone
        alias pci:v1* other
        """);
    file(DIRECTORY + "modules.symbols", "alias symbol:base_call base_mod\n");
    file(DIRECTORY + "modules.builtin", "kernel/built.ko\n");
    file(DIRECTORY + "modules.builtin.modinfo", "built.alias=net-built\0");
    for (String name : new String[] {"top", "mid", "base-mod", "other", "lone"}) {
      file(DIRECTORY + "kernel/" + name + ".ko", "not looked at");
    }
    kernel().knows("top", "mid", "base_mod");
    kernel().knows("mid", "base_mod");
    kernel().knows("other", "base_mod");
  }

  /** Writes a file with its folders. */
  TestTree file(String path, String content) {
    new MadeFiles(root).file(path, content);
    return this;
  }

  /** Makes a link with its folders. */
  TestTree link(String path, String target) {
    new MadeFiles(root).link(path, target);
    return this;
  }

  /** Writes the file of a real module. */
  TestTree module(String path, ModuleBuilder module) {
    module.writeTo(root.resolve(path));
    return this;
  }

  /** Writes /etc/modprobe.d/test.conf. */
  TestTree config(String lines) {
    return file("/etc/modprobe.d/test.conf", lines);
  }

  Path root() {
    return root;
  }

  FakeMachine machine() {
    return machine;
  }

  FakeKernel kernel() {
    return machine.kernel();
  }

  TestHost host() {
    return host;
  }

  /** Runs modprobe and returns its status. */
  int run(String... arguments) {
    return host.run(new Modprobe(), arguments);
  }
}
