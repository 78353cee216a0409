package org.moduletools.modulecache;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import org.moduletools.files.FileStatus;
import org.moduletools.modulefile.Modinfo;
import org.moduletools.modulefile.ModuleFile;
import org.moduletools.modulefile.ModuleSymbols;
import org.moduletools.modulefile.ModuleSymbols.Export;
import org.moduletools.modulefile.ModuleSymbols.Need;
import org.moduletools.modulefile.NeedList;

/** Reads modules from the form that {@link CacheFormat} draws. */
final class CacheReader {

  /** What each thing takes at least, all its texts and lists empty: bounds memory by the file. */
  private static final int NEED_BYTES = 4 + 8 + 1;

  private static final int ENTRY_BYTES = 4 + 4;
  private static final int EXPORT_BYTES = 4 + 8;
  private static final int MODULE_BYTES = 4 + 4 + 5 * 8 + 3 * 4;

  private final byte[] file;
  private final ByteBuffer body;
  private String lastKey = "";
  private byte[] lastKeyBytes = new byte[0];

  private CacheReader(byte[] file) {
    this.file = file;
    this.body = ByteBuffer.wrap(file).position(CacheFormat.HEAD_BYTES);
  }

  /**
   * Returns the modules in {@code file}, by their names.
   *
   * @throws CacheFormatException if there is any doubt, or the owner is another
   */
  static Map<String, KeptModule> read(byte[] file, String owner) throws CacheFormatException {
    checkHead(file);
    try {
      return new CacheReader(file).readBody(owner);
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new CacheFormatException("it contradicts itself");
    }
  }

  private static void checkHead(byte[] file) throws CacheFormatException {
    int magic = CacheFormat.MAGIC.length;
    if (file.length < CacheFormat.HEAD_BYTES
        || !Arrays.equals(file, 0, magic, CacheFormat.MAGIC, 0, magic)) {
      throw new CacheFormatException("it is no cache");
    }
    ByteBuffer head = ByteBuffer.wrap(file);
    if (head.getInt(magic) != CacheFormat.VERSION) {
      throw new CacheFormatException("it is of another version");
    }
    int length = file.length - CacheFormat.HEAD_BYTES;
    CRC32 crc = new CRC32();
    crc.update(file, CacheFormat.HEAD_BYTES, length);
    if (head.getInt(CacheFormat.LENGTH_AT) != length
        || head.getInt(CacheFormat.CRC_AT) != (int) crc.getValue()) {
      throw new CacheFormatException("it is damaged");
    }
  }

  private Map<String, KeptModule> readBody(String owner) throws CacheFormatException {
    if (!text().equals(owner)) {
      throw new CacheFormatException("it is of another directory or program");
    }
    Need[] needs = new Need[count(NEED_BYTES)];
    for (int i = 0; i < needs.length; i++) {
      needs[i] = new Need(text(), body.getLong(), body.get() != 0);
    }
    int modules = count(MODULE_BYTES);
    List<Need> shared = List.of(needs);
    Map<String, KeptModule> kept = new HashMap<>(2 * modules);
    for (int i = 0; i < modules; i++) {
      KeptModule module = module(shared);
      kept.put(module.name(), module);
    }
    if (body.hasRemaining()) {
      throw new CacheFormatException("it contradicts itself");
    }
    return kept;
  }

  private KeptModule module(List<Need> shared) throws CacheFormatException {
    String name = text();
    FileStatus status = new FileStatus(
        body.getInt(),
        body.getLong(),
        body.getLong(),
        body.getLong(),
        body.getLong(),
        body.getLong());
    Modinfo.Entry[] entries = new Modinfo.Entry[count(ENTRY_BYTES)];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = new Modinfo.Entry(key(), text());
    }
    Export[] exports = new Export[count(EXPORT_BYTES)];
    for (int i = 0; i < exports.length; i++) {
      exports[i] = new Export(text(), body.getLong());
    }
    int[] needed = new int[count(Integer.BYTES)];
    for (int i = 0; i < needed.length; i++) {
      needed[i] = Objects.checkIndex(body.getInt(), shared.size());
    }
    return new KeptModule(
        name,
        status,
        new ModuleFile(
            new Modinfo(List.of(entries)),
            new ModuleSymbols(List.of(exports), new NeedList(shared, needed))));
  }

  /** Returns a number of things of which each takes {@code leastBytes} at least. */
  private int count(int leastBytes) throws CacheFormatException {
    int count = body.getInt();
    if (count < 0 || count > body.remaining() / leastBytes) {
      throw new CacheFormatException("it contradicts itself");
    }
    return count;
  }

  private String text() throws CacheFormatException {
    int length = count(1);
    String text = new String(file, body.position(), length, ISO_8859_1);
    body.position(body.position() + length);
    return text;
  }

  /** Returns a text that is mostly the same as the last. */
  private String key() throws CacheFormatException {
    int length = count(1);
    int from = body.position();
    if (!Arrays.equals(file, from, from + length, lastKeyBytes, 0, lastKeyBytes.length)) {
      lastKeyBytes = Arrays.copyOfRange(file, from, from + length);
      lastKey = new String(lastKeyBytes, ISO_8859_1).intern();
    }
    body.position(from + length);
    return lastKey;
  }
}
