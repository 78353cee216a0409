package org.moduletools.lsmod;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moduletools.cli.TestHost;
import org.moduletools.kernel.FakeMachine;

class LsmodTest {

  private static final String BRIDGE = """
      bridge 311296 0 - Live 0x0000000000000000
      stp 16384 1 bridge, Live 0x0000000000000000
      garp 20480 0 - Live 0x0000000000000000 (OE)
      llc 12288 3 stp,bridge,garp, Live 0x0000000000000000
      """;

  private final Path root = Jimfs.newFileSystem(Configuration.unix()).getPath("/");
  private final TestHost host = new TestHost(root, new FakeMachine());

  private void write(String file, String content) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
  }

  @Test
  void printsTheTable() throws IOException {
    write("proc/modules", """
        a_name_of_twenty_one_ 123456789 0 - Live 0x0
        a_name_of_nineteen_ 12345678 12 a,b, Live 0x0
        x 1 -1 - Unloading 0x0
        """);

    assertThat(host.run(new Lsmod())).isZero();
    assertThat(host.out()).isEqualTo("""
        Module                  Size  Used by
        a_name_of_twenty_one_ 123456789  0
        a_name_of_nineteen_ 12345678  12 a,b
        x                          1  -1
        """);
  }

  @Test
  void asksSysAndLeavesOutWhatHasVanished() throws IOException {
    write("proc/modules", BRIDGE);
    write("sys/module/stp/coresize", "16385\n");
    write("sys/module/stp/refcnt", "2\n");
    write("sys/module/stp/holders/garp/x", "");

    assertThat(host.run(new Lsmod())).isZero();
    assertThat(host.out()).isEqualTo("""
        Module                  Size  Used by
        stp                    16385  2 garp
        """);
  }

  @Test
  void hasTheColumnsThatTheKernelsRowHas() throws IOException {
    write("proc/modules", """
        baz 102 - - Live 0x0
        bar 102 - foo, Live 0x0
        old 102
        """);

    assertThat(host.run(new Lsmod())).isZero();
    assertThat(host.out()).isEqualTo("""
        Module                  Size  Used by
        baz                      102  -2
        bar                      102  -2 foo
        old                      102
        """);
  }

  @Test
  void printsTheHeaderAloneWhereNothingIsLoaded() throws IOException {
    write("proc/modules", "");

    assertThat(host.run(new Lsmod())).isZero();
    assertThat(host.out()).isEqualTo("Module                  Size  Used by\n");
  }

  @ParameterizedTest
  @CsvSource({"name, bridge garp llc stp", "size, bridge garp stp llc", "used, llc stp bridge garp"
  })
  void sorts(String order, String expected) throws IOException {
    write("proc/modules", BRIDGE);

    assertThat(host.run(new Lsmod(), "--sort", order)).isZero();
    assertThat(host.out().lines().skip(1).map(line -> line.substring(0, line.indexOf(' '))))
        .containsExactly(expected.split(" ", -1));
  }

  @Test
  void drawsWhoUsesWhom() throws IOException {
    write("proc/modules", BRIDGE);

    assertThat(host.run(new Lsmod(), "--tree")).isZero();
    assertThat(host.out()).isEqualTo("""
        bridge
        |-- stp
        |   `-- llc
        `-- llc
        garp
        `-- llc
        """);
  }

  @Test
  void drawsWhatAModuleUsesOnceAndEndsInCircles() throws IOException {
    write("proc/modules", """
        top 1 0 - Live 0x0
        other 1 0 - Live 0x0
        mid 1 2 top,other, Live 0x0
        low 1 1 mid, Live 0x0
        a 1 1 b, Live 0x0
        b 1 1 a, Live 0x0
        """);

    assertThat(host.run(new Lsmod(), "--tree")).isZero();
    assertThat(host.out()).isEqualTo("""
        top
        `-- mid
            `-- low
        other
        `-- mid ...
        a
        `-- b
            `-- a ...
        """);
  }

  @Test
  void printsJson() throws IOException {
    write("proc/modules", """
        stp 16384 0 - Loading 0x0
        llc 12288 2 stp,x,[permanent], Live 0x0
        baz 1 - - Live 0x0
        old 1
        """);

    assertThat(host.run(new Lsmod(), "--json")).isZero();
    assertThat(host.out()).isEqualTo("""
        {
          "modules": [
            {
              "name": "stp",
              "size": 16384,
              "used": 0,
              "users": [],
              "permanent": false,
              "state": "coming"
            },
            {
              "name": "llc",
              "size": 12288,
              "used": 2,
              "users": [
                "stp",
                "x"
              ],
              "permanent": true,
              "state": "live"
            },
            {
              "name": "baz",
              "size": 1,
              "used": -2,
              "users": [],
              "permanent": false,
              "state": "live"
            },
            {
              "name": "old",
              "size": 1,
              "users": [],
              "permanent": false,
              "state": "live"
            }
          ]
        }
        """);
  }

  @Test
  void saysThatThereIsNoListOfModules() {
    assertThat(host.run(new Lsmod())).isEqualTo(1);
    assertThat(host.run(Lsmod.asKmodList())).isEqualTo(1);
    assertThat(host.err()).isEqualTo("""
        lsmod: ERROR: could not open /proc/modules: No such file or directory
        lsmod: ERROR: could not get list of modules: No such file or directory
        kmod: ERROR: could not open /proc/modules: No such file or directory
        kmod: ERROR: could not get list of modules: No such file or directory
        """);
  }

  @Test
  void refusesArgumentsAndUnknownOrders() throws IOException {
    write("proc/modules", BRIDGE);

    assertThat(host.run(new Lsmod(), "llc")).isEqualTo(1);
    assertThat(host.run(new Lsmod(), "--sort=age")).isEqualTo(1);
    assertThat(host.run(Lsmod.asKmodList(), "-Q")).isEqualTo(1);
    assertThat(host.out()).isEmpty();
    assertThat(host.err()).isEqualTo("""
        lsmod: ERROR: too many arguments provided.
        lsmod: ERROR: unknown order 'age': it is name, size or used
        list: invalid option -- 'Q'
        """);
  }

  @Test
  void drawsATreeOfAnyHeight() throws IOException {
    int height = 5000;
    StringBuilder rows = new StringBuilder("m0 1 0 - Live 0x0\n");
    for (int i = 1; i < height; i++) {
      rows.append("m" + i + " 1 1 m" + (i - 1) + ", Live 0x0\n");
    }
    write("proc/modules", rows.toString());

    assertThat(host.run(new Lsmod(), "--tree")).isZero();
    assertThat(host.out().lines()).hasSize(height);
  }
}
