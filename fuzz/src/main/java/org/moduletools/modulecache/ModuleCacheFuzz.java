package org.moduletools.modulecache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.moduletools.files.FileStatus;
import org.moduletools.fuzz.Finding;
import org.moduletools.fuzz.MemoryFolder;
import org.moduletools.fuzz.Outcome;
import org.moduletools.modulefile.ModuleFile;

/**
 * A cache file: {@code input} unchanged, and as the body of one with a right checksum. After
 * writing what was read, reading must return the same.
 */
public final class ModuleCacheFuzz {

  /** Of the seeds too. */
  private static final String OWNER = "o";

  private ModuleCacheFuzz() {}

  /** Reads {@code input}. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    read(input);
    CRC32 crc = new CRC32();
    crc.update(input);
    Outcome<Map<String, KeptModule>> modules =
        read(ByteBuffer.allocate(CacheFormat.HEAD_BYTES + input.length)
            .put(CacheFormat.MAGIC)
            .putInt(CacheFormat.VERSION)
            .putInt(input.length)
            .putInt((int) crc.getValue())
            .put(input)
            .array());
    if (modules.value().isPresent()) {
      byte[] again = CacheWriter.write(OWNER, modules.value().get().values());
      Finding.unlessEqual("what was written again", modules, read(again));
    }
  }

  /** Returns the body of a cache of {@code modules}. */
  public static byte[] seed(List<byte[]> modules) throws IOException {
    List<KeptModule> kept = new ArrayList<>();
    try (MemoryFolder folder = new MemoryFolder()) {
      for (byte[] module : modules) {
        String name = kept.size() + ".ko";
        ModuleFile content = ModuleFile.read(folder.put(name, module));
        kept.add(new KeptModule(name, new FileStatus(0100644, 1, 2, module.length, 3, 4), content));
      }
    }
    byte[] file = CacheWriter.write(OWNER, kept);
    return Arrays.copyOfRange(file, CacheFormat.HEAD_BYTES, file.length);
  }

  private static Outcome<Map<String, KeptModule>> read(byte[] file) throws IOException {
    return Outcome.of(CacheFormatException.class, () -> CacheReader.read(file, OWNER));
  }
}
