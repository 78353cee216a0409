package org.moduletools.dist;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import org.moduletools.modulefile.ModuleBuilder;

/**
 * Writes a tree of as many made-up modules as are wanted, deeper and wider than any kernel's.
 *
 * <pre>
 *   lib/modules/0.2-large/
 *     modules.order, modules.builtin, modules.builtin.modinfo
 *     kernel/
 *       deep/deep-0.ko, deep-1.ko ...            each needs the one before
 *       wide/hub.ko                              needed by all spokes
 *       wide/spoke-0.ko, spoke-1.ko ...
 *       wide/rim.ko                              needs all spokes
 *       mixed/0/mixed-0.ko ... mixed-99.ko       families of ten, whose members need up to three
 *       mixed/1/mixed-100.ko ...                 others of their family
 * </pre>
 */
final class LargeTree {

  private static final int FAMILY = 10;
  private static final int FOLDER = 100;
  private static final int KERNEL_SYMBOLS = 3000;
  private static final int NEEDS_OF_KERNEL = 30;

  private final MadeUpTree tree;

  private LargeTree(Path root) {
    tree = new MadeUpTree(root, "0.2-large");
  }

  /**
   * Writes the tree. The arguments: the folder; how many modules; how many of them in the chain;
   * how many spokes.
   */
  public static void main(String[] arguments) throws IOException {
    LargeTree written = new LargeTree(Path.of(arguments[0]));
    int modules = Integer.parseInt(arguments[1]);
    int deep = Integer.parseInt(arguments[2]);
    int wide = Integer.parseInt(arguments[3]);
    written.addDeep(deep);
    written.addWide(wide);
    written.addMixed(modules - deep - wide - 2);
    written.tree.finish();
  }

  private void addDeep(int length) {
    for (int i = 0; i < length; i++) {
      ModuleBuilder module = new ModuleBuilder().exports("deep_" + i, i);
      if (i > 0) {
        module.needs("deep_" + (i - 1));
      }
      add("deep/deep-" + i, module);
    }
  }

  private void addWide(int spokes) {
    add("wide/hub", new ModuleBuilder().exports("hub", 1));
    for (int i = 0; i < spokes; i++) {
      add("wide/spoke-" + i, new ModuleBuilder().exports("spoke_" + i, i).needs("hub"));
    }
    String[] all = IntStream.range(0, spokes).mapToObj(i -> "spoke_" + i).toArray(String[]::new);
    add("wide/rim", new ModuleBuilder().needs(all));
  }

  private void addMixed(int modules) {
    for (int i = 0; i < modules; i++) {
      ModuleBuilder module = new ModuleBuilder()
          .modinfo(
              "alias=" + alias(0x1000 + i / 0x1000, i % 0x1000),
              "alias=" + alias(0x8086, i),
              "alias=of:N*T*Cvendor,mixed-" + i,
              "description=One of many modules",
              "author=Nobody")
          .exports("mixed_" + i + "_register", i)
          .exports("mixed_" + i + "_unregister", i);
      int member = i % FAMILY;
      int first = i - member;
      for (int other : IntStream.of(0, member / 2, member - 1).distinct().toArray()) {
        if (other >= 0 && other < member) {
          module.needs("mixed_" + (first + other) + "_register");
        }
      }
      for (int n = 0; n < NEEDS_OF_KERNEL; n++) {
        module.needs("kernel_symbol_" + (i * 7 + n * 97) % KERNEL_SYMBOLS);
      }
      add("mixed/" + i / FOLDER + "/mixed-" + i, module);
    }
  }

  private static String alias(int vendor, int device) {
    return String.format(Locale.ROOT, "pci:v%08Xd%08Xsv*sd*bc*sc*i*", vendor, device);
  }

  private void add(String path, ModuleBuilder module) {
    tree.add(path + ".ko", module);
  }
}
