package org.moduletools.modulefile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.moduletools.devicetable.DeviceTable;
import org.moduletools.devicetable.DeviceTables;
import org.moduletools.elf.ElfFile;
import org.moduletools.elf.ElfFormatException;
import org.moduletools.elf.Section;
import org.moduletools.elf.StringTable;
import org.moduletools.elf.SymbolTable;
import org.moduletools.modulefile.ModuleFormatException.Reason;
import org.moduletools.modulefile.ModuleSymbols.Export;

/**
 * The content of a module file, compressed or not. Its bytes are not kept.
 *
 * <p>Each method that reads a file throws {@link ModuleFormatException} for a damaged module, or a
 * file that is none. The message does not have the file's name. All methods are safe for use by
 * several threads.
 *
 * @param modinfo the modinfo strings
 * @param symbols the symbols that it exports and needs
 */
public record ModuleFile(Modinfo modinfo, ModuleSymbols symbols) {

  /**
   * The largest {@code .modinfo} that is read: its strings take many times their size in the file.
   * The largest of Debian's kernels has some 75 KiB.
   */
  private static final int MAX_MODINFO_BYTES = 4 << 20;

  /** Reads all data for depmod. A missing part is empty. */
  public static ModuleFile read(Path file) throws IOException {
    return read(file, Workspace.ofOne());
  }

  /** As {@link #read(Path)}, with a workspace for many files, and only its modinfo keys. */
  public static ModuleFile read(Path file, Workspace workspace) throws IOException {
    return ModuleContent.read(file, workspace, elf -> {
      SymbolTable symbols = elf.symbols();
      return new ModuleFile(
          modinfo(elf, workspace.modinfoKeys()).orElse(Modinfo.EMPTY),
          new ModuleSymbols(
              ExportsParser.parse(elf, symbols),
              NeedsParser.parse(elf, symbols, workspace.needs())));
    });
  }

  /**
   * Reads the modinfo strings of a module.
   *
   * @throws ModuleFormatException with {@link Reason#NO_DATA} if it has no section for them
   */
  public static Modinfo readModinfo(Path file) throws IOException {
    return readModinfo(file, Workspace.ofOne());
  }

  /** As {@link #readModinfo(Path)}, with a workspace for many files, and only its modinfo keys. */
  public static Modinfo readModinfo(Path file, Workspace workspace) throws IOException {
    return ModuleContent.read(file, workspace, elf -> someModinfo(elf, workspace));
  }

  /** As {@link #readDescription(Path, Workspace)}, for a single file. */
  public static ModuleDescription readDescription(Path file) throws IOException {
    return readDescription(file, Workspace.ofOne());
  }

  /**
   * Reads the description of a module, with a workspace for many files.
   *
   * @throws ModuleFormatException with {@link Reason#NO_DATA} if it has no section for the strings
   */
  public static ModuleDescription readDescription(Path file, Workspace workspace)
      throws IOException {
    return ModuleContent.read(file, workspace, elf -> {
      Modinfo modinfo = someModinfo(elf, workspace);
      Optional<Bytes> buildId = BuildId.parse(elf);
      SignatureParser.Found signature = SignatureParser.parse(elf.content());
      return new ModuleDescription(modinfo, buildId, signature.form(), signature.data());
    });
  }

  private static Modinfo someModinfo(ElfFile elf, Workspace workspace) throws IOException {
    return modinfo(elf, workspace.modinfoKeys()).orElseThrow(() -> noData("no section .modinfo"));
  }

  /**
   * Reads the versions of the symbols that a module was built against, in the file's order.
   *
   * @throws ModuleFormatException with {@link Reason#NO_DATA} if it has no section for them
   */
  public static List<SymbolVersion> readVersions(Path file) throws IOException {
    Optional<List<SymbolVersion>> versions = readPart(file, VersionsParser::parse);
    return List.copyOf(versions.orElseThrow(() -> noData("no section __versions")));
  }

  /**
   * Reads the exports of a module. If the symbol table is damaged the names are read from
   * {@code __ksymtab_strings}, without versions (kmod 34, libkmod/libkmod-elf.c:
   * kmod_elf_get_symbols_symtab).
   *
   * @throws ModuleFormatException with {@link Reason#NO_DATA} if it exports nothing, and has no
   *     section for names of exports
   */
  public static List<Export> readExports(Path file) throws IOException {
    return List.copyOf(readPart(file, elf -> {
      List<Export> exports = exports(elf);
      if (exports.isEmpty() && !ExportsParser.hasStrings(elf)) {
        throw noData("no exported symbols");
      }
      return exports;
    }));
  }

  /**
   * Reads the names of a module's exports that are only for modules with a licence compatible with
   * the GPL.
   *
   * @throws ModuleFormatException with {@link Reason#NO_DATA} if it does not tell them apart
   */
  public static Set<String> readGplOnlyExports(Path file) throws IOException {
    return Set.copyOf(readPart(file, elf -> ExportsParser.gplOnly(elf, elf.symbols())));
  }

  /**
   * Reads the device tables of a module, in the order of their symbols. There are none if its
   * symbols have been stripped.
   */
  public static List<DeviceTable> readDeviceTables(Path file) throws IOException {
    return List.copyOf(readPart(file, DeviceTables::read));
  }

  private static <T> T readPart(Path file, ModuleContent.Reader<T> reader) throws IOException {
    return ModuleContent.read(file, Workspace.ofOne(), reader);
  }

  private static Optional<Modinfo> modinfo(ElfFile elf, List<String> keys) throws IOException {
    Optional<Section> section = elf.section(".modinfo");
    if (section.isEmpty()) {
      return Optional.empty();
    }
    if (section.get().sizeBytes() > MAX_MODINFO_BYTES) {
      throw new ModuleFormatException(
          Reason.BROKEN, "section .modinfo larger than " + MAX_MODINFO_BYTES + " bytes");
    }
    return Optional.of(ModinfoParser.parse(new StringTable(elf.bytes(section.get())), keys));
  }

  private static List<Export> exports(ElfFile elf) throws IOException {
    try {
      return ExportsParser.parse(elf, elf.symbols());
    } catch (ElfFormatException e) {
      return ExportsParser.unversioned(elf);
    }
  }

  private static ModuleFormatException noData(String problem) {
    return new ModuleFormatException(Reason.NO_DATA, problem);
  }
}
