package org.moduletools.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.moduletools.modulefile.ModuleFile;
import org.moduletools.modulefile.ModuleFormatException;

/** The kind of a file that was expected to be a module. */
public enum FileKind {
  MODULE("a module"),
  FOLDER("a folder"),
  /** A device, a pipe, a socket, which is not opened. */
  SPECIAL("no regular file"),
  EMPTY("empty"),
  SCRIPT("a script"),
  TEXT("a text file"),
  /** An ELF file that the linker has not finished, and no module. */
  OBJECT("an object file without .modinfo, so not yet linked as a module (.ko)"),
  PROGRAM("a program or library of user space"),
  /** An ELF file whose sections cannot be read. */
  DAMAGED("a damaged ELF file, or one that was cut off"),
  COMPRESSED("compressed, and what it holds is no module"),
  COMPRESSED_DAMAGED("a compressed file that cannot be decompressed; it may be cut off or damaged"),
  HOLDS_DAMAGED("compressed, and what it holds is a damaged ELF file, or one that was cut off"),
  /** A file that is larger than any module. */
  OVERSIZED("larger than any module, or has a part that is"),
  OTHER("no module, and no ELF file at all"),
  UNREADABLE("not readable for this user");

  private static final int HEAD_BYTES = 512;

  /** ELF's ET_REL, what all modules are; the byte is the one that is not 0 in either byte order. */
  private static final int RELOCATABLE = 1;

  /** Where the second byte of ELF's e_type is. */
  private static final int LAST_TYPE_BYTE = 17;

  /** The smallest head of an ELF file or a compressed one that is read further. */
  private static final int READ_BYTES = 6;

  private final String words;

  FileKind(String words) {
    this.words = words;
  }

  /** Looks at {@code file}. */
  public static FileKind of(Path file) {
    if (Files.isDirectory(file)) {
      return FOLDER;
    }
    if (!Files.isRegularFile(file)) {
      return SPECIAL;
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(HEAD_BYTES);
      return head.length == 0 ? EMPTY : of(head, file);
    } catch (IOException unreadable) {
      return UNREADABLE;
    }
  }

  private static FileKind of(byte[] head, Path file) {
    boolean isElf = begins(head, 0x7f, 'E', 'L', 'F');
    boolean isCompressed = begins(head, 0x1f, 0x8b)
        || begins(head, 0xfd, '7', 'z', 'X', 'Z')
        || begins(head, 0x28, 0xb5, 0x2f, 0xfd);
    if (isElf || isCompressed) {
      if (head.length < READ_BYTES) {
        return isElf ? DAMAGED : COMPRESSED_DAMAGED;
      }
      FileKind kind = ofReading(file, isCompressed);
      return kind != MODULE && isElf && isOfProgram(head) ? PROGRAM : kind;
    }
    if (begins(head, '#', '!')) {
      return SCRIPT;
    }
    return isText(head) ? TEXT : OTHER;
  }

  private static boolean isOfProgram(byte[] head) {
    int type = head.length > LAST_TYPE_BYTE ? head[LAST_TYPE_BYTE - 1] | head[LAST_TYPE_BYTE] : 0;
    return type != 0 && type != RELOCATABLE;
  }

  /** Returns what comes of reading an ELF file, or a compressed one as a module. */
  private static FileKind ofReading(Path file, boolean isCompressed) {
    try {
      ModuleFile.readModinfo(file);
      return MODULE;
    } catch (ModuleFormatException wrong) {
      return isCompressed ? ofCompressed(wrong) : ofElf(wrong);
    } catch (IOException unreadable) {
      return isCompressed ? COMPRESSED_DAMAGED : DAMAGED;
    }
  }

  private static FileKind ofElf(ModuleFormatException wrong) {
    if (wrong.reason() == ModuleFormatException.Reason.NO_DATA) {
      return OBJECT;
    }
    return wrong.getCause() == null ? OVERSIZED : DAMAGED;
  }

  /** Only what was decompressed whole can be no module. */
  private static FileKind ofCompressed(ModuleFormatException wrong) {
    if (wrong.reason() == ModuleFormatException.Reason.NO_DATA
        || wrong.reason() == ModuleFormatException.Reason.NOT_ELF) {
      return COMPRESSED;
    }
    if (wrong.getCause() == null) {
      return OVERSIZED;
    }
    return wrong.isOfElf() ? HOLDS_DAMAGED : COMPRESSED_DAMAGED;
  }

  private static boolean begins(byte[] head, int... magic) {
    for (int i = 0; i < magic.length; i++) {
      if (i == head.length || (head[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isText(byte[] head) {
    for (byte b : head) {
      if (b >= 0 && b < ' ' && b != '\n' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return isUtf8(head);
  }

  /** Whether it is UTF-8, but for a letter that is cut at the end. */
  private static boolean isUtf8(byte[] head) {
    ByteBuffer bytes = ByteBuffer.wrap(head);
    return !UTF_8
            .newDecoder()
            .decode(bytes, CharBuffer.allocate(head.length), false)
            .isError()
        && (bytes.remaining() == 0 || head.length == HEAD_BYTES);
  }

  /** Returns what follows "it is", and why the kernel does not take it. */
  public String refused() {
    return switch (this) {
      case DAMAGED, COMPRESSED_DAMAGED, HOLDS_DAMAGED -> words + "; copy or build it anew";
      default -> words + "; the kernel takes modules only";
    };
  }

  /** Returns what follows "it is". */
  @Override
  public String toString() {
    return words;
  }
}
