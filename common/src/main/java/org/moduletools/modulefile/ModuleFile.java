package org.moduletools.modulefile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
 * What a module file, compressed or not, says of its module. The bytes are not kept.
 *
 * <p>Each method that reads a file throws {@link ModuleFormatException}, whose message leaves out
 * the file's name, for a file that is no module, or a damaged one. They may be called on all cores.
 *
 * @param modinfo the strings that describe it
 * @param symbols what it exports and needs
 */
public record ModuleFile(Modinfo modinfo, ModuleSymbols symbols) {

  /**
   * The largest {@code .modinfo} that is read: its strings take many times the memory that they
   * take in the file. The largest of Debian's kernels has some 75 KiB.
   */
  private static final int MAX_MODINFO_BYTES = 4 << 20;

  /** Reads all that depmod has to know. A part that is not in the file is empty. */
  public static ModuleFile read(Path file) throws IOException {
    return read(file, Workspace.ofOne());
  }

  /** Reads what is wanted, by means of a workspace that is to be used for many files. */
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
   * Reads the strings that describe a module.
   *
   * @throws ModuleFormatException with {@link Reason#NO_DATA} if it has no place for them
   */
  public static Modinfo readModinfo(Path file) throws IOException {
    return readModinfo(file, Workspace.ofOne());
  }

  /** Reads of these strings those that are wanted, like {@link #readModinfo(Path)}. */
  public static Modinfo readModinfo(Path file, Workspace workspace) throws IOException {
    return ModuleContent.read(file, workspace, elf -> someModinfo(elf, workspace));
  }

  /** As {@link #readDescription(Path, Workspace)}, for a single file. */
  public static ModuleDescription readDescription(Path file) throws IOException {
    return readDescription(file, Workspace.ofOne());
  }

  /**
   * Reads all that modinfo prints of a module, by means of a workspace that is to be used for many
   * files.
   *
   * @throws ModuleFormatException with {@link Reason#NO_DATA} if it has no place for the strings
   */
  public static ModuleDescription readDescription(Path file, Workspace workspace)
      throws IOException {
    return ModuleContent.read(file, workspace, elf -> {
      ModuleDescription strings = ModuleDescription.of(someModinfo(elf, workspace));
      ModuleDescription built = BuildId.parse(elf).map(strings::withBuildId).orElse(strings);
      return SignatureParser.parse(elf.content()).map(built::withSignature).orElse(built);
    });
  }

  private static Modinfo someModinfo(ElfFile elf, Workspace workspace) throws IOException {
    return modinfo(elf, workspace.modinfoKeys()).orElseThrow(() -> noData("no section .modinfo"));
  }

  /**
   * Reads the versions of the symbols that a module was built against, in the file's order.
   *
   * @throws ModuleFormatException with {@link Reason#NO_DATA} if it states none
   */
  public static List<SymbolVersion> readVersions(Path file) throws IOException {
    List<SymbolVersion> versions = readPart(file, VersionsParser::parse);
    if (versions.isEmpty()) {
      throw noData("no section __versions");
    }
    return List.copyOf(versions);
  }

  /**
   * Reads what a module exports. If the symbol table is damaged the names are taken from elsewhere,
   * without versions (kmod 34, libkmod/libkmod-elf.c: kmod_elf_get_symbols_symtab).
   *
   * @throws ModuleFormatException with {@link Reason#NO_DATA} if it exports nothing
   */
  public static List<Export> readExports(Path file) throws IOException {
    List<Export> exports = readPart(file, ModuleFile::exports);
    if (exports.isEmpty()) {
      throw noData("no exported symbols");
    }
    return List.copyOf(exports);
  }

  /**
   * Reads the tables of the devices that a module drives, in the order of their symbols. There are
   * none if it has no such table, or if its symbols have been stripped.
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
