package org.moduletools.modulecache;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.moduletools.files.FileStatus;
import org.moduletools.modulefile.Modinfo;
import org.moduletools.modulefile.ModuleSymbols.Export;
import org.moduletools.modulefile.ModuleSymbols.Need;

/** Writes modules in the form that {@link CacheFormat} draws. */
final class CacheWriter {

  private final CacheBuffer body = new CacheBuffer();
  private final Map<Need, Integer> numbers = new HashMap<>();
  private final IdentityHashMap<Need, Integer> numbersOfObjects = new IdentityHashMap<>();
  private final List<Need> needs = new ArrayList<>();

  private CacheWriter() {}

  /** Returns the whole file. */
  static byte[] write(String owner, Collection<KeptModule> modules) {
    CacheWriter writer = new CacheWriter();
    writer.writeBody(owner, modules);
    return writer.body.withHead();
  }

  private void writeBody(String owner, Collection<KeptModule> modules) {
    body.putText(owner);
    for (KeptModule module : modules) {
      for (Need need : module.content().symbols().needs()) {
        number(need);
      }
    }
    body.putInt(needs.size());
    for (Need need : needs) {
      body.putText(need.name());
      body.putLong(need.crc());
      body.putByte(need.weak() ? 1 : 0);
    }
    body.putInt(modules.size());
    for (KeptModule module : modules) {
      write(module);
    }
  }

  /** Returns the number of a need; most are the same objects over and over. */
  private int number(Need need) {
    Integer known = numbersOfObjects.get(need);
    if (known == null) {
      known = numbers.get(need);
      if (known == null) {
        known = needs.size();
        numbers.put(need, known);
        needs.add(need);
      }
      numbersOfObjects.put(need, known);
    }
    return known;
  }

  private void write(KeptModule module) {
    body.putText(module.name());
    FileStatus status = module.status();
    body.putInt(status.mode());
    body.putLong(status.device());
    body.putLong(status.inode());
    body.putLong(status.sizeBytes());
    body.putLong(status.writtenNanos());
    body.putLong(status.changedNanos());
    List<Modinfo.Entry> entries = module.content().modinfo().entries();
    body.putInt(entries.size());
    for (Modinfo.Entry entry : entries) {
      body.putText(entry.key());
      body.putText(entry.value());
    }
    List<Export> exports = module.content().symbols().exports();
    body.putInt(exports.size());
    for (Export export : exports) {
      body.putText(export.name());
      body.putLong(export.crc());
    }
    List<Need> needed = module.content().symbols().needs();
    body.putInt(needed.size());
    for (Need need : needed) {
      body.putInt(number(need));
    }
  }
}
