package org.moduletools.diagnosis;

import java.nio.file.Path;
import java.util.Optional;

/** Whether this process may load and unload modules, as far as capabilities go. */
public enum Privilege implements Cause {
  /** It may, or /proc does not show it. */
  GIVEN("this process may load and remove modules"),
  /** It is not root's. */
  NOT_ROOT("only root may load and remove modules (CAP_SYS_MODULE); try it with sudo"),
  /** It is root's, and without the capability all the same. */
  DROPPED("this process is root's, but without the capability CAP_SYS_MODULE, as in a container"
      + " or a service with fewer rights; run it outside"),
  /** It is the root of a user namespace, such as that of a container. */
  CONTAINED("root of a user namespace, as in a container, may not load or remove modules; run it"
      + " outside");

  /** include/uapi/linux/capability.h. */
  private static final int CAP_SYS_MODULE = 16;

  private final String words;

  Privilege(String words) {
    this.words = words;
  }

  /** Reads the privilege of this process; {@code root} is the folder that holds proc. */
  public static Privilege read(Path root) {
    Path self = root.resolve("proc/self");
    String status = KernelText.of(self.resolve("status")).orElse("");
    Optional<Boolean> capable = field(status, "CapEff").flatMap(Privilege::isInSet);
    if (capable.isPresent() && !capable.get()) {
      boolean isRoot =
          field(status, "Uid").map(uids -> uids.matches("\\d+\\s+0\\s.*")).orElse(false);
      return isRoot ? DROPPED : NOT_ROOT;
    }
    String users = KernelText.stripped(self.resolve("uid_map")).orElse("");
    boolean isContained = !users.isEmpty() && !users.matches("0\\s+0\\s+4294967295");
    return isContained ? CONTAINED : GIVEN;
  }

  private static Optional<String> field(String status, String key) {
    return status
        .lines()
        .filter(line -> line.startsWith(key + ":"))
        .map(line -> line.substring(key.length() + 1).strip())
        .findFirst();
  }

  private static Optional<Boolean> isInSet(String hexadecimal) {
    try {
      return Optional.of((Long.parseUnsignedLong(hexadecimal, 16) >>> CAP_SYS_MODULE & 1) == 1);
    } catch (NumberFormatException damaged) {
      return Optional.empty();
    }
  }

  @Override
  public String inWords() {
    return words;
  }
}
