package org.moduletools.modulefile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.moduletools.elf.ElfFile;
import org.moduletools.elf.Section;

/**
 * A module's build-id, by which its debug data are found: section {@code .note.gnu.build-id}, one
 * note (elf.h: {@code Elf64_Nhdr}, the same for 32 bits).
 *
 * <pre>
 *   name length u32 = 4, number length u32, type u32 = 3 | "GNU\0" | number
 * </pre>
 */
final class BuildId {

  private static final int HEADER_BYTES = 16;
  private static final int NT_GNU_BUILD_ID = 3;

  /** "GNU" and NUL, in the order of a big-endian number. */
  private static final int GNU = 0x474E5500;

  /** The longest build-id that is read. Those of linkers have 20 bytes at most, or 32. */
  private static final int MAX_BYTES = 1024;

  private BuildId() {}

  /** Returns the build-id, or nothing if there is no such note. */
  static Optional<Bytes> parse(ElfFile elf) throws IOException {
    Optional<Section> section = elf.section(".note.gnu.build-id");
    if (section.isEmpty()) {
      return Optional.empty();
    }
    Optional<ByteBuffer> header = elf.bytes(section.get(), 0, HEADER_BYTES);
    if (header.isEmpty() || !isBuildId(header.get())) {
      return Optional.empty();
    }
    int length = header.get().getInt(4);
    if (length < 1 || length > MAX_BYTES) {
      return Optional.empty();
    }
    return elf.bytes(section.get(), HEADER_BYTES, length).map(Bytes::remaining);
  }

  private static boolean isBuildId(ByteBuffer header) {
    return header.getInt(0) == Integer.BYTES
        && header.getInt(8) == NT_GNU_BUILD_ID
        && header.duplicate().getInt(12) == GNU; // a duplicate is big-endian
  }
}
