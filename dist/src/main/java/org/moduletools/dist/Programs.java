package org.moduletools.dist;

import java.util.List;
import java.util.Optional;
import org.moduletools.cli.Program;
import org.moduletools.depmod.Depmod;
import org.moduletools.insmod.Insmod;
import org.moduletools.modindex.Modindex;
import org.moduletools.modprobe.Modprobe;
import org.moduletools.rmmod.Rmmod;

/** The programs of the suite, each by the name it is called by. */
final class Programs {

  /** Their names, in the order in which help lists them. */
  static final List<String> NAMES = List.of("depmod", "modprobe", "insmod", "rmmod", "modindex");

  private Programs() {}

  /** Returns the program of that name. Only its classes are loaded: every start counts. */
  static Optional<Program> named(String name) {
    return switch (name) {
      case "depmod" -> Optional.of(new Depmod());
      case "modprobe" -> Optional.of(new Modprobe());
      case "insmod" -> Optional.of(new Insmod());
      case "rmmod" -> Optional.of(new Rmmod());
      case "modindex" -> Optional.of(new Modindex());
      default -> Optional.empty();
    };
  }
}
