package org.moduletools.kmod;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moduletools.cli.Host;
import org.moduletools.cli.Program;
import org.moduletools.cli.TestHost;
import org.moduletools.kernel.FakeMachine;

class KmodTest {

  private static final String DEVNAME = "/lib/modules/6.1.0-21-amd64/modules.devname";

  private final Path root = Jimfs.newFileSystem(Configuration.unix()).getPath("/");
  private final TestHost host = new TestHost(root, new FakeMachine());
  private final Kmod kmod = new Kmod(new ListStub());

  /** Says what it was called with. */
  private record ListStub() implements Program {
    @Override
    public String name() {
      return "kmod";
    }

    @Override
    public int run(List<String> arguments, Host world) {
      world.out().print("list " + arguments + "\n");
      return 0;
    }
  }

  private void devname(String... lines) throws IOException {
    Path file = root.resolve(DEVNAME);
    Files.createDirectories(file.getParent());
    Files.writeString(file, String.join("\n", lines) + "\n");
  }

  private String text(String file) throws IOException {
    return Files.readString(root.resolve(file));
  }

  @Test
  void handsTheRestToTheCommand() {
    assertThat(host.run(kmod, "list", "-s", "--help", "x")).isZero();
    assertThat(host.out()).isEqualTo("list [-s, --help, x]\n");
  }

  @Test
  void wantsACommand() {
    assertThat(host.run(kmod)).isEqualTo(1);
    assertThat(host.err()).isEqualTo("missing command\n");
    assertThat(host.out()).startsWith("Usage: kmod [OPTION]... COMMAND").contains("static-nodes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"frobnicate", "modprobe"})
  void knowsNoOtherCommands(String command) {
    assertThat(host.run(kmod, command, "ext4")).isEqualTo(1);
    assertThat(host.err()).isEqualTo("invalid command '" + command + "'\n");
    assertThat(host.out()).startsWith("Usage: kmod ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"help", "-h", "--help"})
  void helps(String word) {
    assertThat(host.run(kmod, word)).isZero();
    assertThat(host.out()).startsWith("Usage: kmod ").contains("Commands:");
  }

  @Test
  void refusesUnknownOptions() {
    assertThat(host.run(kmod, "-Z")).isEqualTo(1);
    assertThat(host.run(kmod, "static-nodes", "--bad")).isEqualTo(1);
    assertThat(host.err()).isEqualTo("""
        kmod: invalid option -- 'Z'
        static-nodes: unrecognized option '--bad'
        """);
  }

  @Test
  void showsDeviceNodesToPeople() throws IOException {
    devname("# Device nodes to trigger on-demand module loading.", "fuse fuse c10:229", "x d b7:1");

    assertThat(host.run(kmod, "static-nodes")).isZero();
    assertThat(host.err()).isEmpty();
    assertThat(host.out()).isEqualTo("""
        Module: fuse
        \tDevice node: /dev/fuse
        \t\tType: character device
        \t\tMajor: 10
        \t\tMinor: 229
        Module: x
        \tDevice node: /dev/d
        \t\tType: block device
        \t\tMajor: 7
        \t\tMinor: 1
        """);
  }

  @Test
  void writesTmpfilesAsSystemdAsksForThem() throws IOException {
    devname("fuse fuse c10:229", "tun net/tun c10:200", "seq a/b/seq b7:4294967295");

    int status = host.run(
        kmod, "static-nodes", "--format=tmpfiles", "--output=/run/tmpfiles.d/static-nodes.conf");

    assertThat(status).isZero();
    assertThat(host.out() + host.err()).isEmpty();
    assertThat(text("/run/tmpfiles.d/static-nodes.conf")).isEqualTo("""
        c! /dev/fuse 0600 - - - 10:229
        d /dev/net 0755 - - -
        c! /dev/net/tun 0600 - - - 10:200
        d /dev/a/b 0755 - - -
        b! /dev/a/b/seq 0600 - - - 7:4294967295
        """);
    assertThat(root.resolve("/run/tmpfiles.d")).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void replacesTheFileOfAnEarlierRunAndWritesIntoWhatALinkMeans() throws IOException {
    devname("fuse fuse c10:229");
    Files.writeString(
        root.resolve("/old.conf"), "something longer than what comes now, much longer");
    Files.writeString(root.resolve("/target"), "");
    Files.createSymbolicLink(root.resolve("/link"), root.resolve("/target"));

    assertThat(host.run(kmod, "static-nodes", "-f", "devname", "-o", "old.conf"))
        .isZero();
    assertThat(host.run(kmod, "static-nodes", "-f", "devname", "-o", "link")).isZero();

    assertThat(text("/old.conf")).isEqualTo("fuse fuse c10:229\n");
    assertThat(text("/target")).isEqualTo("fuse fuse c10:229\n");
    assertThat(root.resolve("/link")).isSymbolicLink();
  }

  @Test
  void printsTheNodesOfTheSystemBelowAFolder() throws IOException {
    devname("tun net/tun c10:200");
    Path folder = root.resolve("/img/lib/modules/6.5.0");
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("modules.devname"), "fuse fuse c10:229\n");
    Files.writeString(folder.resolve("modules.dep"), "");

    assertThat(host.run(kmod, "static-nodes", "--root=img", "-f", "devname")).isZero();
    assertThat(host.run(kmod, "static-nodes", "--root=none")).isEqualTo(1);

    assertThat(host.out()).isEqualTo("fuse fuse c10:229\n");
    assertThat(host.err()).isEqualTo("Error: --root none: No such file or directory\n");
  }

  @Test
  void tellsOfLinesThatMakeNoSenseAndGoesOn() throws IOException {
    devname(
        "bad line",
        "bad n x10:1",
        "bad n c10",
        "bad n c4294967296:1",
        "bad n c-1:1",
        "  good   n c 10: 1 more",
        "");

    assertThat(host.run(kmod, "static-nodes", "--format=devname")).isEqualTo(1);
    assertThat(host.out()).isEqualTo("good n c10:1\n");
    assertThat(host.err()).isEqualTo("""
        Error: invalid devname entry: bad line
        Error: invalid devname entry: bad n x10:1
        Error: invalid devname entry: bad n c10
        Error: invalid devname entry: bad n c4294967296:1
        Error: invalid devname entry: bad n c-1:1
        Error: invalid devname entry:\s
        """);
  }

  @Test
  void writesNothingWhereThereAreNoNodes() {
    assertThat(host.run(kmod, "static-nodes", "-o", "/run/x.conf")).isZero();
    assertThat(host.err())
        .isEqualTo("Warning: /lib/modules/6.1.0-21-amd64/modules.devname not found - ignoring\n");
    assertThat(root.resolve("/run")).doesNotExist();
  }

  @Test
  void saysThatAFileCannotBeWritten() throws IOException {
    devname("fuse fuse c10:229");
    Files.createDirectories(root.resolve("/folder/x"));
    Files.writeString(root.resolve("/file"), "");

    assertThat(host.run(kmod, "static-nodes", "-o", "/file/x.conf")).isEqualTo(1);
    assertThat(host.err()).startsWith("Error: could not create /file/x.conf: ");
    assertThat(host.run(kmod, "static-nodes", "-o", "/folder")).isEqualTo(1);
    assertThat(host.run(kmod, "static-nodes", "-o", "x\0y")).isEqualTo(1);
    assertThat(host.err()).endsWith("Error: not a file name in this locale: x\0y\n");
  }

  @Test
  void knowsThreeFormats() {
    assertThat(host.run(kmod, "static-nodes", "-f", "xml")).isEqualTo(1);
    assertThat(host.err()).isEqualTo("Unknown format: 'xml'.\n");
    assertThat(host.out()).startsWith("Usage: kmod static-nodes ");
  }
}
