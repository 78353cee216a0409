package org.moduletools.modprobe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.moduletools.modulefile.ModuleBuilder;

/**
 * A machine of kernel 6.1.0 with modules that can be read:
 *
 * <pre>
 *   net_card needs net_core; parameters debug (int), mode (charp); alias pci:v8086*
 *   plain    needs nothing
 *   odd      is in updates/, for another kernel
 *   part     is a part of the kernel
 * </pre>
 */
final class ExplainedTree {

  static final String FOLDER = "/lib/modules/6.1.0-21-amd64/";

  static final String VERMAGIC = "vermagic=6.1.0-21-amd64 SMP mod_unload ";

  private final TestTree tree = new TestTree();

  ExplainedTree() {
    tree.file(FOLDER + "modules.dep", """
        kernel/net-card.ko: kernel/net-core.ko
        kernel/net-core.ko:
        kernel/plain.ko:
        updates/odd.ko:
        """);
    tree.file(FOLDER + "modules.alias", "alias pci:v8086* net_card\nalias pci:v* plain\n");
    tree.file(FOLDER + "modules.symbols", "alias symbol:core_call net_core\n");
    tree.file(FOLDER + "modules.builtin", "kernel/part.ko\n");
    tree.file(FOLDER + "modules.builtin.modinfo", "part.alias=net-part\0");
    module("kernel/net-core.ko", new ModuleBuilder().modinfo(VERMAGIC));
    module(
        "kernel/net-card.ko",
        new ModuleBuilder()
            .modinfo(VERMAGIC, "parm=debug:How much to tell", "parmtype=debug:int")
            .modinfo("parmtype=mode:charp", "parmtype=ids:array of int"));
    module("kernel/plain.ko", new ModuleBuilder().modinfo(VERMAGIC));
    module("updates/odd.ko", new ModuleBuilder().modinfo("vermagic=6.0.0 SMP mod_unload "));
  }

  void module(String path, ModuleBuilder module) {
    module.writeTo(path(FOLDER + path));
  }

  Path path(String path) {
    return tree.root().resolve(path);
  }

  /** Returns the machine, to be changed. */
  TestTree machine() {
    return tree;
  }

  /** Runs modprobe --explain; returns what it printed, and its status in a last line. */
  String explain(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "--explain";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    int before = tree.host().out().length();
    int status = tree.run(all);
    return tree.host().out().substring(before) + "status " + status + "\n";
  }

  /** Deletes the folder of the kernel's modules. */
  void upgradeKernel(String release) throws IOException {
    Path modules = path("/lib/modules");
    Files.move(modules.resolve("6.1.0-21-amd64"), modules.resolve(release));
  }
}
