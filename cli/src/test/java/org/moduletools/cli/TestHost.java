package org.moduletools.cli;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.moduletools.machine.Machine;

/**
 * A host for tests: a folder for the root, a machine, and streams that can be looked at afterwards.
 */
public final class TestHost {

  private final Path root;
  private final Machine machine;
  private final Map<String, String> environment = new HashMap<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final ByteArrayOutputStream both = new ByteArrayOutputStream();
  private byte[] in = new byte[0];

  /** Makes one whose root and working directory are {@code root}. */
  public TestHost(Path root, Machine machine) {
    this.root = root;
    this.machine = machine;
  }

  /** Sets an environment variable. */
  public TestHost with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Sets what stands on standard input. */
  public TestHost withInput(byte[] input) {
    in = input.clone();
    return this;
  }

  /** Runs {@code program}; what it printed adds to what earlier runs printed. */
  public int run(Program program, String... arguments) {
    PrintStream outStream = new PrintStream(
        new BufferedOutputStream(new Tee(out), 1 << 16), false, StandardCharsets.ISO_8859_1);
    PrintStream errStream = new PrintStream(new Tee(err), true, StandardCharsets.ISO_8859_1);
    Host host = new Host(
        root,
        root,
        environment,
        new ByteArrayInputStream(in),
        outStream,
        errStream,
        outStream,
        errStream,
        machine);
    try {
      return program.run(List.of(arguments), host);
    } finally {
      outStream.flush();
    }
  }

  /** Hands on what it gets to two outputs, one of them {@link #both}. */
  private final class Tee extends OutputStream {

    private final ByteArrayOutputStream one;

    private Tee(ByteArrayOutputStream one) {
      this.one = one;
    }

    @Override
    public void write(int b) {
      one.write(b);
      both.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      one.write(bytes, offset, length);
      both.write(bytes, offset, length);
    }
  }

  /** Returns what both outputs are where they are one file. */
  public String outAndErr() {
    return both.toString(StandardCharsets.ISO_8859_1);
  }

  /**
   * Returns what was printed on standard output; while a program runs, what can be read of it so
   * far.
   */
  public String out() {
    return out.toString(StandardCharsets.ISO_8859_1);
  }

  /** Returns what was printed on standard error but for notes, which kmod has not. */
  public String errWithoutNotes() {
    return err().replaceAll("(?m)^[a-z]+: NOTE: .*\n", "");
  }

  /** Returns what was printed on standard error. */
  public String err() {
    return err.toString(StandardCharsets.ISO_8859_1);
  }
}
