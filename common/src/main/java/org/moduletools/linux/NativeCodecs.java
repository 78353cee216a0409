package org.moduletools.linux;

import org.graalvm.nativeimage.PinnedObject;
import org.graalvm.nativeimage.StackValue;
import org.graalvm.nativeimage.c.function.CFunction;
import org.graalvm.nativeimage.c.function.CFunctionPointer;
import org.graalvm.nativeimage.c.function.InvokeCFunctionPointer;
import org.graalvm.nativeimage.c.type.CCharPointer;
import org.graalvm.nativeimage.c.type.CLongPointer;
import org.graalvm.word.PointerBase;
import org.graalvm.word.WordFactory;
import org.moduletools.codec.SystemCodecs;

/**
 * liblzma, libzstd and libdeflate, loaded on first use; a machine need not have them. Only a native
 * executable can load this class.
 *
 * <p>Their interfaces have been the same since 2009, 2015 and 2017; numbers are those of
 * lzma/base.h, lzma/container.h, zstd.h, zstd_errors.h and libdeflate.h.
 */
final class NativeCodecs implements SystemCodecs {

  /** bits/dlfcn.h. */
  private static final int RTLD_NOW = 2;

  /** The memory limit of the pure Java decoder's window, too. */
  private static final long LZMA_MEMORY_BYTES = 128 << 20;

  private static final int LZMA_TELL_UNSUPPORTED_CHECK = 0x02;

  private static final int LZMA_OK = 0;
  private static final int LZMA_BUF_ERROR = 10;
  private static final long ZSTD_TOO_SMALL = -70;
  private static final int LIBDEFLATE_SUCCESS = 0;

  /** asm-generic/mman-common.h. */
  private static final int MADV_DONTNEED = 4;

  /** Of the C library. */
  private static final class Memory {

    @CFunction
    static native int getpagesize();

    @CFunction
    static native int madvise(PointerBase begin, long lengthBytes, int advice);
  }

  /** The functions of the C library that load others. */
  private static final class Loader {

    @CFunction
    static native PointerBase dlopen(CCharPointer library, int flags);

    @CFunction
    static native PointerBase dlsym(PointerBase library, CCharPointer name);
  }

  /** {@code lzma_stream_buffer_decode}; the numbers that pointers refer to are 64 bits wide. */
  private interface LzmaDecode extends CFunctionPointer {
    @InvokeCFunctionPointer
    int invoke(
        CLongPointer memoryBytes,
        int flags,
        PointerBase allocator,
        CCharPointer from,
        CLongPointer position,
        long length,
        CCharPointer to,
        CLongPointer targetPosition,
        long targetLength);
  }

  /** {@code ZSTD_decompress}; a negative result is an error. */
  private interface ZstdDecompress extends CFunctionPointer {
    @InvokeCFunctionPointer
    long invoke(CCharPointer to, long targetLength, CCharPointer from, long length);
  }

  /** {@code ZSTD_findFrameCompressedSize}; a negative result is an error. */
  private interface ZstdFrameSize extends CFunctionPointer {
    @InvokeCFunctionPointer
    long invoke(CCharPointer from, long length);
  }

  /** {@code libdeflate_alloc_decompressor}. */
  private interface DeflateAllocate extends CFunctionPointer {
    @InvokeCFunctionPointer
    PointerBase invoke();
  }

  /** {@code libdeflate_gzip_decompress_ex}. */
  private interface DeflateDecompress extends CFunctionPointer {
    @InvokeCFunctionPointer
    int invoke(
        PointerBase decompressor,
        CCharPointer from,
        long length,
        CCharPointer to,
        long targetLength,
        CLongPointer consumed,
        CLongPointer written);
  }

  /** {@code libdeflate_free_decompressor}. */
  private interface DeflateFree extends CFunctionPointer {
    @InvokeCFunctionPointer
    void invoke(PointerBase decompressor);
  }

  /** A function of a library that may be missing. It is looked up once. */
  private static final class Function {

    private static final long NOT_LOOKED_FOR = -1;
    private static final long MISSING = 0;

    private final byte[] library;
    private final byte[] name;
    private volatile long address = NOT_LOOKED_FOR;

    Function(String library, String name) {
      this.library = CString.of(library);
      this.name = CString.of(name);
    }

    /** Returns its address, or {@link #MISSING}. */
    long address() {
      if (address == NOT_LOOKED_FOR) {
        address = lookFor();
      }
      return address;
    }

    private long lookFor() {
      try (PinnedObject pinnedLibrary = PinnedObject.create(library);
          PinnedObject pinned = PinnedObject.create(name)) {
        PointerBase handle = Loader.dlopen(pinnedLibrary.addressOfArrayElement(0), RTLD_NOW);
        return handle.isNull()
            ? MISSING
            : Loader.dlsym(handle, pinned.addressOfArrayElement(0)).rawValue();
      }
    }
  }

  private final Function lzmaDecode = new Function("liblzma.so.5", "lzma_stream_buffer_decode");
  private final Function zstdDecompress = new Function("libzstd.so.1", "ZSTD_decompress");
  private final Function zstdFrameSize =
      new Function("libzstd.so.1", "ZSTD_findFrameCompressedSize");
  private final Function deflateAllocate =
      new Function("libdeflate.so.0", "libdeflate_alloc_decompressor");
  private final Function deflateDecompress =
      new Function("libdeflate.so.0", "libdeflate_gzip_decompress_ex");
  private final Function deflateFree =
      new Function("libdeflate.so.0", "libdeflate_free_decompressor");

  @Override
  public int decompress(Format format, byte[] bytes, int offset, int length, byte[] target) {
    try (PinnedObject pinned = PinnedObject.create(bytes);
        PinnedObject pinnedTarget = PinnedObject.create(target)) {
      CCharPointer from = pinned.addressOfArrayElement(offset);
      CCharPointer to = pinnedTarget.addressOfArrayElement(0);
      return switch (format) {
        case GZIP -> gzip(from, length, to, target.length);
        case XZ -> xz(from, length, to, target.length);
        case ZSTD -> zstd(from, length, to, target.length);
      };
    }
  }

  /** The pages that lie wholly in it are taken away; when they are read again, they are zeros. */
  @Override
  public void giveBack(byte[] target) {
    if (target.length == 0) {
      return;
    }
    long page = Memory.getpagesize();
    try (PinnedObject pinned = PinnedObject.create(target)) {
      long address = pinned.addressOfArrayElement(0).rawValue();
      long begin = (address + page - 1) / page * page;
      long end = (address + target.length) / page * page;
      if (begin < end) {
        Memory.madvise(WordFactory.pointer(begin), end - begin, MADV_DONTNEED);
      }
    }
  }

  private int xz(CCharPointer from, int length, CCharPointer to, int targetLength) {
    LzmaDecode decode = WordFactory.pointer(lzmaDecode.address());
    if (decode.isNull()) {
      return UNUSABLE;
    }
    CLongPointer memoryBytes = StackValue.get(Long.BYTES);
    CLongPointer position = StackValue.get(Long.BYTES);
    CLongPointer targetPosition = StackValue.get(Long.BYTES);
    memoryBytes.write(LZMA_MEMORY_BYTES);
    position.write(0);
    targetPosition.write(0);
    int status = decode.invoke(
        memoryBytes,
        LZMA_TELL_UNSUPPORTED_CHECK,
        WordFactory.nullPointer(),
        from,
        position,
        length,
        to,
        targetPosition,
        targetLength);
    if (status == LZMA_BUF_ERROR) {
      return TOO_SMALL;
    }
    return status == LZMA_OK && position.read() == length ? (int) targetPosition.read() : UNUSABLE;
  }

  /** A decompressor has no state between files, but serves one thread. */
  private int gzip(CCharPointer from, int length, CCharPointer to, int targetLength) {
    DeflateAllocate allocate = WordFactory.pointer(deflateAllocate.address());
    DeflateDecompress decompress = WordFactory.pointer(deflateDecompress.address());
    DeflateFree free = WordFactory.pointer(deflateFree.address());
    if (allocate.isNull() || decompress.isNull() || free.isNull()) {
      return UNUSABLE;
    }
    PointerBase decompressor = allocate.invoke();
    if (decompressor.isNull()) {
      return UNUSABLE;
    }
    CLongPointer consumed = StackValue.get(Long.BYTES);
    CLongPointer written = StackValue.get(Long.BYTES);
    int status = decompress.invoke(decompressor, from, length, to, targetLength, consumed, written);
    free.invoke(decompressor);
    return status == LIBDEFLATE_SUCCESS && consumed.read() == length
        ? (int) written.read()
        : UNUSABLE;
  }

  private int zstd(CCharPointer from, int length, CCharPointer to, int targetLength) {
    ZstdFrameSize frameSize = WordFactory.pointer(zstdFrameSize.address());
    ZstdDecompress decompress = WordFactory.pointer(zstdDecompress.address());
    if (frameSize.isNull() || decompress.isNull() || frameSize.invoke(from, length) != length) {
      return UNUSABLE;
    }
    long size = decompress.invoke(to, targetLength, from, length);
    if (size == ZSTD_TOO_SMALL) {
      return TOO_SMALL;
    }
    return size >= 0 ? (int) size : UNUSABLE;
  }
}
