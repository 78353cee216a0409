package org.moduletools.dist;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.moduletools.cli.Program;
import org.moduletools.depmod.Depmod;
import org.moduletools.insmod.Insmod;
import org.moduletools.kmod.Kmod;
import org.moduletools.lsmod.Lsmod;
import org.moduletools.modindex.Modindex;
import org.moduletools.modinfo.Modinfo;
import org.moduletools.modprobe.Modprobe;
import org.moduletools.rmmod.Rmmod;

/** The programs of the suite, by their names. */
final class Programs {

  /** Their names, in the order in which help lists them. */
  static final List<String> NAMES =
      List.of("depmod", "modprobe", "insmod", "rmmod", "modinfo", "lsmod", "kmod", "modindex");

  private Programs() {}

  /** Makes all programs. */
  static Map<String, Program> all() {
    Map<String, Program> all = new HashMap<>();
    for (String name : NAMES) {
      all.put(name, named(name).orElseThrow());
    }
    return Map.copyOf(all);
  }

  /** Returns the program with that name. Only its classes are loaded, to start fast. */
  static Optional<Program> named(String name) {
    return switch (name) {
      case "depmod" -> Optional.of(new Depmod());
      case "modprobe" -> Optional.of(new Modprobe());
      case "insmod" -> Optional.of(new Insmod());
      case "rmmod" -> Optional.of(new Rmmod());
      case "modinfo" -> Optional.of(new Modinfo());
      case "lsmod" -> Optional.of(new Lsmod());
      case "kmod" -> Optional.of(new Kmod(Lsmod.asKmodList()));
      case "modindex" -> Optional.of(new Modindex());
      default -> Optional.empty();
    };
  }
}
