package org.moduletools.diagnosis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.moduletools.modulefile.ModuleFile;

/** What a file is that was taken for a module. */
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
  COMPRESSED("compressed, and what it holds is no module"),
  OTHER("no module, and no ELF file at all"),
  UNREADABLE("not readable for this user");

  private static final int HEAD_BYTES = 512;

  /** ELF's ET_REL, what all modules are; the byte is the one that is not 0 in either byte order. */
  private static final int RELOCATABLE = 1;

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
    if ((isElf || isCompressed) && isModule(file)) {
      return MODULE;
    }
    if (isElf) {
      boolean isRelocatable = head.length > 17 && (head[16] | head[17]) == RELOCATABLE;
      return isRelocatable ? OBJECT : PROGRAM;
    }
    if (isCompressed) {
      return COMPRESSED;
    }
    if (begins(head, '#', '!')) {
      return SCRIPT;
    }
    return isText(head) ? TEXT : OTHER;
  }

  private static boolean isModule(Path file) {
    try {
      ModuleFile.readModinfo(file);
      return true;
    } catch (IOException damagedOrOther) {
      return false;
    }
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
    return true;
  }

  /** Returns what follows "it is". */
  @Override
  public String toString() {
    return words;
  }
}
