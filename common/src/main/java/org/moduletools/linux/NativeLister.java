package org.moduletools.linux;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.graalvm.nativeimage.PinnedObject;
import org.graalvm.nativeimage.c.function.CFunction;
import org.graalvm.nativeimage.c.type.CCharPointer;
import org.moduletools.files.FileLister;
import org.moduletools.files.FileStatus;
import org.moduletools.files.Ownership;
import org.moduletools.files.PathLister;

/**
 * Reads in one system call what java.nio.file reads in several. Only a native executable can load
 * this class. If a call fails, java.nio.file repeats it, and reports the error.
 *
 * <p>The structs that the kernel fills in are drawn here, in bytes from the beginning:
 *
 * <pre>
 *   struct linux_dirent64   record's length 16-17, kind 18,
 *                           name 19-, up to a NUL                          (getdents64(2))
 *   struct statx            user 20-23, group 24-27, mode 28-29, inode 32-39, size 40-47,
 *                           changed: seconds 96-103, nanoseconds 104-107,
 *                           written: 112-119, 120-123,
 *                           device: major 136-139, minor 140-143           (statx(2))
 * </pre>
 */
final class NativeLister implements FileLister {

  /** Paths are as the working directory has them (fcntl.h). */
  private static final int AT_FDCWD = -100;

  private static final int STATX_BASIC_STATS = 0x7ff;
  private static final int STATX_BYTES = 256;
  private static final int LENGTH_AT = 16;
  private static final int KIND_AT = 18;
  private static final int NAME_AT = 19;

  /** A directory, and no link to one (dirent.h: DT_DIR). */
  private static final byte DIRECTORY = 4;

  private static final int DIRECTORY_BYTES = 32 << 10;
  private static final long NANOS = 1_000_000_000;

  private final LibC libc;
  private final FileLister other;

  /** For one directory after the other. */
  private final ThreadLocal<Structs> structs = ThreadLocal.withInitial(Structs::new);

  NativeLister(LibC libc) {
    this.libc = libc;
    this.other = new PathLister(new LibCFiles(libc));
  }

  /** The memory of one thread that the kernel fills in. */
  private static final class Structs {

    final byte[] records = new byte[DIRECTORY_BYTES];
    final ByteBuffer record = inOrder(records);
    final byte[] statusBytes = new byte[STATX_BYTES];
    final ByteBuffer status = inOrder(statusBytes);
  }

  private static final class Functions {

    @CFunction
    static native long getdents64(int descriptor, CCharPointer buffer, long lengthBytes);

    @CFunction
    static native int statx(
        int directory, CCharPointer path, int flags, int mask, CCharPointer buffer);
  }

  @Override
  public List<Entry> list(Path directory) throws IOException {
    if (!directory.getFileSystem().equals(FileSystems.getDefault())) {
      return other.list(directory);
    }
    int descriptor = // reading fails if it is no directory
        libc.open(CString.of(directory.toString()), Descriptor.READ_ONLY_CLOSE_ON_EXEC);
    if (descriptor < 0) {
      return other.list(directory);
    }
    try {
      List<Entry> entries = new ArrayList<>();
      return addAll(directory, descriptor, entries) ? entries : other.list(directory);
    } finally {
      libc.close(descriptor);
    }
  }

  /** Returns whether the directory could be read to its end. */
  private boolean addAll(Path directory, int descriptor, List<Entry> entries) {
    Structs memory = structs.get();
    byte[] records = memory.records;
    ByteBuffer record = memory.record;
    try (PinnedObject pinned = PinnedObject.create(records);
        PinnedObject pinnedStatus = PinnedObject.create(memory.statusBytes)) {
      CCharPointer target = pinnedStatus.addressOfArrayElement(0);
      while (true) {
        CCharPointer begin = pinned.addressOfArrayElement(0);
        int end = (int) Functions.getdents64(descriptor, begin, records.length);
        if (end <= 0) {
          return end == 0;
        }
        for (int at = 0; at < end; at += Short.toUnsignedInt(record.getShort(at + LENGTH_AT))) {
          String name = CString.read(records, at + NAME_AT);
          if (name.equals(".") || name.equals("..")) {
            continue;
          }
          if (records[at + KIND_AT] == DIRECTORY) {
            entries.add(new Entry(name, true, Optional.empty()));
            continue;
          }
          CCharPointer file = pinned.addressOfArrayElement(at + NAME_AT);
          boolean isRead = Functions.statx(descriptor, file, 0, STATX_BASIC_STATS, target) == 0;
          entries.add(new Entry(
              name,
              isRead
                  ? Optional.of(read(memory.status))
                  : other.statusOrLink(directory.resolve(name))));
        }
      }
    }
  }

  @Override
  public FileStatus status(Path file) throws IOException {
    byte[] statusBytes = new byte[STATX_BYTES];
    return reads(file, statusBytes) ? read(inOrder(statusBytes)) : other.status(file);
  }

  @Override
  public Optional<FileStatus> statusOrLink(Path file) {
    return other.statusOrLink(file);
  }

  @Override
  public Optional<Ownership> ownership(Path file) {
    byte[] statusBytes = new byte[STATX_BYTES];
    if (!reads(file, statusBytes)) {
      return other.ownership(file);
    }
    ByteBuffer status = inOrder(statusBytes);
    return Optional.of(new Ownership(status.getInt(20), status.getInt(24), mode(status)));
  }

  /** Returns whether the status of {@code file}, links followed, could be read. */
  private static boolean reads(Path file, byte[] status) {
    if (!file.getFileSystem().equals(FileSystems.getDefault())) {
      return false;
    }
    try (PinnedObject path = PinnedObject.create(CString.of(file.toString()));
        PinnedObject pinned = PinnedObject.create(status)) {
      CCharPointer target = pinned.addressOfArrayElement(0);
      CCharPointer name = path.addressOfArrayElement(0);
      return Functions.statx(AT_FDCWD, name, 0, STATX_BASIC_STATS, target) == 0;
    }
  }

  private static ByteBuffer inOrder(byte[] struct) {
    return ByteBuffer.wrap(struct).order(ByteOrder.nativeOrder());
  }

  @Override
  public long nowNanos() {
    return other.nowNanos();
  }

  @Override
  public boolean isLocal(Path file) {
    return other.isLocal(file);
  }

  @Override
  public OptionalInt user() {
    return other.user();
  }

  private static FileStatus read(ByteBuffer status) {
    return new FileStatus(
        mode(status),
        device(status.getInt(136), status.getInt(140)),
        status.getLong(32),
        status.getLong(40),
        status.getLong(112) * NANOS + status.getInt(120),
        status.getLong(96) * NANOS + status.getInt(104));
  }

  private static int mode(ByteBuffer status) {
    return Short.toUnsignedInt(status.getShort(28));
  }

  /** As in glibc's gnu_dev_makedev (sys/sysmacros.h), which java.nio.file uses. */
  private static long device(int major, int minor) {
    long high = Integer.toUnsignedLong(major);
    long low = Integer.toUnsignedLong(minor);
    return (high & 0xfff) << 8 | (high & ~0xfffL) << 32 | (low & 0xff) | (low & ~0xffL) << 12;
  }
}
