package org.moduletools.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.moduletools.cli.Host;
import org.moduletools.index.IndexFile;
import org.moduletools.index.ModuleDirectory;
import org.moduletools.index.ModuleDirectory.Entry;
import org.moduletools.linux.Linux;
import org.moduletools.modprobe.Modprobe;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Looks up one alias again and again, in operations a second: in an index that stays open, and by
 * whole runs of modprobe, each of which reads its configuration and opens its indexes. The tree is
 * named by the system properties {@code bench.tree} and {@code bench.release}.
 */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class LookUps {

  private static final String ALIAS = "pci:v00008086d000010D3sv00008086sd0000A01Fbc02sc00i00";

  private final String tree = System.getProperty("bench.tree", "/");
  private final String release = System.getProperty("bench.release", "");
  private final List<String> question = List.of("-d", tree, "-S", release, "-R", ALIAS);
  private final PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
  private final Path root = Path.of("/");
  private final Modprobe modprobe = new Modprobe();
  private final Host host = new Host(
      root,
      root,
      Map.of(),
      InputStream.nullInputStream(),
      nowhere,
      nowhere,
      nowhere,
      new Linux(root));
  private final IndexFile aliases;

  public LookUps() {
    Path directory = Path.of(tree, "lib/modules", release);
    try {
      aliases =
          IndexFile.open(new ModuleDirectory(directory).file(Entry.ALIAS_BIN)).orElseThrow();
    } catch (IOException damaged) {
      throw new IllegalStateException(damaged);
    }
  }

  /** Nothing is measured of what finds nothing. */
  @Setup
  public void check() throws IOException {
    if (alias().isEmpty() || modprobe() != 0) {
      throw new IllegalStateException("no module for " + ALIAS + " in " + tree);
    }
  }

  @TearDown
  public void close() throws IOException {
    aliases.close();
  }

  @Benchmark
  public List<String> alias() throws IOException {
    return aliases.searchWild(ALIAS);
  }

  @Benchmark
  public int modprobe() {
    return modprobe.run(question, host);
  }
}
