package org.moduletools.dist;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.moduletools.cli.TestHost;
import org.moduletools.kernel.FakeMachine;
import org.moduletools.modulefile.ModuleBuilder;

/** What the programs print as JSON, and the schema that tells users of it. */
class JsonSchemaTest {

  private final Path root = Jimfs.newFileSystem(
          Configuration.unix().toBuilder().setAttributeViews("basic", "posix").build())
      .getPath("/");
  private final FakeMachine machine = new FakeMachine();

  private void write(String file, String content) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.write(path, content.getBytes(ISO_8859_1));
  }

  private String printed(String program, String... arguments) {
    return printed(0, program, arguments);
  }

  private String printed(int status, String program, String... arguments) {
    TestHost host = new TestHost(root, machine);
    assertThat(host.run(Programs.named(program).orElseThrow(), arguments)).isEqualTo(status);
    return new String(host.out().getBytes(ISO_8859_1), UTF_8);
  }

  @Test
  void programsPrintWhatTheSchemaSaysAndAllOfIt() throws IOException {
    String modules = "/lib/modules/6.1.0-21-amd64/";
    write(modules + "modules.builtin", "kernel/unix.ko\n");
    write(modules + "modules.builtin.modinfo", "unix.license=GPL\0");
    write(modules + "modules.order", "");
    write("/proc/modules", "tun 4096 1 user, Live 0x0\nold 1 - - Live 0x0\n");
    write("/etc/modprobe.d/x.conf", """
        install never /bin/false
        remove tun /bin/true
        options tun debug=1
        softdep tun pre: unix never post: low
        blacklist low
        """);
    write("/sys/devices/virtual/tun/modalias", "devname:net/tun\n");
    new ModuleBuilder()
        .modinfo("alias=devname:net/tun", "alias=char-major-10-200", "author=Jos\u00e9")
        .modinfo("parm=debug:Say more", "parmtype=debug:int", "depends=low", "weakdep=w")
        .exports("tun_call")
        .needs("low_call")
        .writeTo(root.resolve(modules + "kernel/tun.ko"));
    new ModuleBuilder()
        .modinfo("softdep=pre: a post: b")
        .exports("low_call")
        .writeTo(root.resolve(modules + "kernel/low.ko.xz"));
    machine.kernel().hasLoaded("tun", "low");
    printed("depmod");

    JsonSchema schema = JsonSchema.read();
    assertThat(schema.problems("lsmod", printed("lsmod", "--json"))).isEmpty();
    assertThat(schema.problems("modinfo", printed("modinfo", "--json", "tun", "unix", "low")))
        .isEmpty();
    assertThat(schema.problems("modinfo", printed("modinfo", "--json", "-a", "tun")))
        .isEmpty();
    assertThat(schema.problems("modprobe-actions", printed("modprobe", "--json", "-D", "tun")))
        .isEmpty();
    assertThat(schema.problems(
            "modprobe-actions", printed("modprobe", "--json", "-n", "-r", "low", "tun")))
        .isEmpty();
    assertThat(
            schema.problems("modprobe-actions", printed("modprobe", "--json", "-n", "--coldplug")))
        .isEmpty();
    assertThat(schema.problems("modprobe-names", printed("modprobe", "--json", "-R", "tun")))
        .isEmpty();
    assertThat(schema.problems("modprobe-configuration", printed("modprobe", "--json", "-c")))
        .isEmpty();
    assertThat(schema.problems(
            "modprobe-configuration", printed("modprobe", "--json", "-c", "--with-sources")))
        .isEmpty();
    assertThat(schema.problems(
            "modprobe-explanations",
            printed(1, "modprobe", "--json", "--explain", "tun", "unix", "no-such")))
        .isEmpty();
    assertThat(schema.problems("depmod", printed("depmod", "--json", "-n"))).isEmpty();
    assertThat(schema.neverMet()).isEmpty();
  }

  @Test
  void theSchemaRefusesWhatItDoesNotKnow() throws IOException {
    assertThat(JsonSchema.read().problems("modprobe-names", "{\"names\":[{\"name\":1}],\"x\":0}"))
        .containsExactly(
            "modprobe-names.names[].name is of type integer",
            "modprobe-names.names[] has no \"modules\"",
            "modprobe-names.names[] has no \"masked\"",
            "modprobe-names.x is not in the schema");
  }
}
