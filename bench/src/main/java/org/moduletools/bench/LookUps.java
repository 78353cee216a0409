package org.moduletools.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.moduletools.cli.Host;
import org.moduletools.linux.Linux;
import org.moduletools.modprobe.Modprobe;
import org.moduletools.tree.ModuleTree;
import org.moduletools.tree.ResolvedModule;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Looks up names again and again, in operations a second: in a tree that stays open, and by whole
 * runs of modprobe, each of which reads its configuration and opens its indexes. The tree is named
 * by the system properties {@code bench.tree} and {@code bench.release}.
 */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class LookUps {

  private static final String ALIAS = "pci:v00008086d000010D3sv00008086sd0000A01Fbc02sc00i00";

  private final String root = System.getProperty("bench.tree", "/");
  private final String release = System.getProperty("bench.release", "");
  private final List<String> question = List.of("-d", root, "-S", release, "-R", ALIAS);
  private final PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
  private final Path system = Path.of("/");
  private final Modprobe modprobe = new Modprobe();
  private final Host host = new Host(
      system,
      system,
      Map.of(),
      InputStream.nullInputStream(),
      nowhere,
      nowhere,
      nowhere,
      nowhere,
      new Linux(system));
  private final ModuleTree tree = ModuleTree.open(Path.of(root, "lib/modules", release));

  /** Makes sure that the look-ups find something. */
  @Setup
  public void check() throws IOException {
    if (device().isEmpty() || module().isEmpty() || alias().isEmpty() || modprobe() != 0) {
      throw new IllegalStateException("no module for " + ALIAS + " or ext4 in " + root);
    }
  }

  @TearDown
  public void close() {
    tree.close();
  }

  @Benchmark
  public List<ResolvedModule> device() throws IOException {
    return tree.resolve(ALIAS);
  }

  @Benchmark
  public List<ResolvedModule> module() throws IOException {
    return tree.resolve("ext4");
  }

  @Benchmark
  public List<ResolvedModule> alias() throws IOException {
    return tree.resolve("fs-ext4");
  }

  @Benchmark
  public int modprobe() {
    return modprobe.run(question, host);
  }
}
