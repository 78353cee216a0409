package org.moduletools.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.moduletools.cli.Program;
import org.moduletools.cli.TestHost;
import org.moduletools.depmod.Depmod;
import org.moduletools.kernel.FakeMachine;
import org.moduletools.kmod.Kmod;
import org.moduletools.lsmod.Lsmod;
import org.moduletools.modinfo.Modinfo;
import org.moduletools.modprobe.Modprobe;
import org.moduletools.modulefile.ModuleBuilder;

/**
 * The programs that read, in a small root with the input as one of its files. The first byte
 * selects the file. Each run ends with 0 or 1 and throws nothing.
 */
public final class ProgramsFuzz {

  private static final String DIRECTORY = "lib/modules/6.1.0-21-amd64/";

  /** The files that an input may be, by their names. */
  private static final List<String> FILES = List.of(
      DIRECTORY + "kernel/a.ko",
      DIRECTORY + "modules.dep",
      DIRECTORY + "modules.dep.bin",
      DIRECTORY + "modules.alias",
      DIRECTORY + "modules.alias.bin",
      DIRECTORY + "modules.symbols",
      DIRECTORY + "modules.symbols.bin",
      DIRECTORY + "modules.builtin",
      DIRECTORY + "modules.builtin.bin",
      DIRECTORY + "modules.builtin.modinfo",
      DIRECTORY + "modules.builtin.alias.bin",
      DIRECTORY + "modules.softdep",
      DIRECTORY + "modules.weakdep",
      DIRECTORY + "modules.devname",
      DIRECTORY + "modules.order",
      "etc/modprobe.d/a.conf",
      "etc/depmod.d/a.conf",
      "proc/cmdline",
      "proc/modules");

  /** A program and its arguments. */
  private record Run(Program program, List<String> arguments) {

    Run(Program program, String... arguments) {
      this(program, List.of(arguments));
    }

    /** Returns its status. */
    int in(MemoryFolder folder) {
      TestHost host = new TestHost(folder.root(), new FakeMachine());
      int status = host.run(program, arguments.toArray(String[]::new));
      Finding.unless(status == 0 || status == 1, program.name() + " ends with " + status);
      Finding.unless(status == 0 || !host.err().isEmpty(), program.name() + " failed silently");
      return status;
    }
  }

  private static final List<Run> RUNS = List.of(
      new Run(new Modinfo(), "a"),
      new Run(new Modinfo(), "--json", "a", "b"),
      new Run(new Modprobe(), "-D", "a"),
      new Run(new Modprobe(), "-n", "-v", "fs-b"),
      new Run(new Modprobe(), "-R", "symbol:foo", "pci:v1"),
      new Run(new Modprobe(), "-c"),
      new Run(new Modprobe(), "--json", "-c"),
      new Run(new Modprobe(), "--show-exports", "b"),
      new Run(new Kmod(Lsmod.asKmodList()), "static-nodes"),
      new Run(new Lsmod(), "--tree"),
      new Run(new Depmod(), "-n", "--map-files"),
      new Run(new Depmod(), "--check-aliases"));

  /** The files of a root in which all of them succeed. */
  private static final Map<String, byte[]> SOUND = soundRoot();

  private ProgramsFuzz() {}

  /** Returns the input that is {@code content} in the file of that name, if it may be one. */
  static Optional<byte[]> seed(String name, byte[] content) {
    for (int i = 0; i < FILES.size(); i++) {
      if (FILES.get(i).endsWith("/" + name) || (i == 0 && name.contains(".ko"))) {
        byte[] seed = new byte[1 + content.length];
        seed[0] = (byte) i;
        System.arraycopy(content, 0, seed, 1, content.length);
        return Optional.of(seed);
      }
    }
    return Optional.empty();
  }

  /** Loads what the programs are made of, so that no input has to wait for that. */
  public static void fuzzerInitialize() {
    Finding.unless(!SOUND.isEmpty(), "there is no sound root");
  }

  /** Runs the programs. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length == 0) {
      return;
    }
    try (MemoryFolder folder = new MemoryFolder()) {
      SOUND.forEach(folder::put);
      String place = FILES.get((input[0] & 0xff) % FILES.size());
      folder.put(place, Arrays.copyOfRange(input, 1, input.length));
      RUNS.forEach(run -> run.in(folder));
    }
  }

  private static Map<String, byte[]> soundRoot() {
    try (MemoryFolder folder = new MemoryFolder()) {
      folder.put(
          FILES.get(0), new ModuleBuilder().modinfo("alias=pci:v*").needs("foo").build());
      folder.put(
          DIRECTORY + "kernel/b.ko",
          new ModuleBuilder()
              .modinfo("alias=fs-b", "softdep=pre: a")
              .exports("foo", 7)
              .build());
      folder.put(DIRECTORY + "modules.builtin", new byte[0]);
      folder.put("proc/modules", new byte[0]);
      new Run(new Depmod()).in(folder);
      RUNS.forEach(run -> Finding.unlessEqual(run.toString(), 0, run.in(folder)));
      return Seeds.files(folder.root());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
