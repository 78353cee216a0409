package org.moduletools.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.moduletools.devicetable.DeviceTablesFuzz;
import org.moduletools.modulecache.ModuleCacheFuzz;
import org.moduletools.modulefile.ModuleSeeds;
import org.moduletools.modulefile.SignatureFuzz;

/**
 * Writes the seeds of the targets, a folder for each: files of a real module directory and parts of
 * them, and made-up modules and lines for cases without a real file.
 */
public final class Seeds {

  private final Path folder;

  private Seeds(Path folder) {
    this.folder = folder;
  }

  /** Makes seeds in the second argument's folder from the files in the first's. */
  public static void main(String[] arguments) throws IOException {
    Seeds seeds = new Seeds(Path.of(arguments[1]));
    Map<String, byte[]> files = files(Path.of(arguments[0]));
    files.forEach(seeds::addFile);
    ModuleSeeds.all().forEach(seeds::addModule);
    seeds.add("ModuleCache", "some", ModuleCacheFuzz.seed(modules(files)));
    for (Map.Entry<String, List<String>> lines : SeedLines.ALL.entrySet()) {
      for (String line : lines.getValue()) {
        seeds.add(lines.getKey(), Integer.toHexString(line.hashCode()), line.getBytes(ISO_8859_1));
      }
    }
  }

  /** Returns the files below {@code folder} by their paths, in the order of these. */
  static Map<String, byte[]> files(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  private static List<byte[]> modules(Map<String, byte[]> files) {
    return files.entrySet().stream()
        .filter(file -> file.getKey().endsWith(".ko"))
        .map(Map.Entry::getValue)
        .toList();
  }

  private void addFile(String path, byte[] content) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (name.contains(".ko")) {
      addModule(name, content);
    } else if (name.endsWith(".bin")) {
      add("IndexFile", name, content);
    } else if (name.endsWith(".conf")) {
      add("ModprobeConfig", name, content);
    } else if (name.equals("cmdline")) {
      add("KernelCommandLine", name, content);
    } else if (path.startsWith("proc/")) {
      add("ProcModules", name, content);
    } else {
      add("TextTables", name, content);
      add("ModprobeConfig", name, content);
      add("IndexBuilder", name, content);
    }
    ProgramsFuzz.seed(name, content).ifPresent(seed -> add("Programs", name, seed));
  }

  private void addModule(String name, byte[] content) {
    add("ModuleFile", name, content);
    add("CompressedModule", name, content);
    if (name.endsWith(".ko")) {
      add("ModuleImage", name, content);
      add("Signature", name, SignatureFuzz.seed(content));
      DeviceTablesFuzz.seeds(content).forEach((table, seed) -> add("DeviceTables", table, seed));
    }
  }

  private void add(String target, String name, byte[] content) {
    try {
      Path file = Files.createDirectories(folder.resolve(target)).resolve(name);
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
