package org.moduletools.modinfo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moduletools.cli.TestHost;
import org.moduletools.kernel.FakeMachine;
import org.moduletools.modulefile.ModuleBuilder;

class ModinfoTest {

  private static final String DIRECTORY = "/lib/modules/6.1.0-21-amd64";

  private final Path root = Jimfs.newFileSystem(Configuration.unix()).getPath("/");
  private final TestHost host = new TestHost(root, new FakeMachine());

  /** Modules loop and e-net, both reached by pci:v8086*, and a part of the kernel, unix. */
  @BeforeEach
  void writeTree() throws IOException {
    loop().writeTo(root.resolve(DIRECTORY + "/kernel/loop.ko"));
    new ModuleBuilder()
        .modinfo("license=GPL", "depends=")
        .writeTo(root.resolve(DIRECTORY + "/kernel/e-net.ko.xz"));
    write("modules.dep", "kernel/loop.ko:\nkernel/e-net.ko.xz:\n");
    write(
        "modules.alias", "alias block-major-7-* loop\nalias pci:v8086* e_net\nalias pci:v* loop\n");
    write("modules.symbols", "alias symbol:loop_register loop\n");
    write("modules.builtin", "kernel/unix.ko\nkernel/af_pack.ko\n");
    write(
        "modules.builtin.modinfo",
        "unix.alias=net-pf-1\0unix.license=GPL\0unix.parm=x:number\0unix.parmtype=x:int\0");
  }

  private static ModuleBuilder loop() {
    return new ModuleBuilder()
        .modinfo("alias=devname:loop-control", "license=GPL", "depends=", "", "name=loop")
        .modinfo("parm=max_loop:Maximum number of loop devices", "parmtype=max_part:int")
        .modinfo("parm=max_part:Partitions", "parmtype=depth:uint");
  }

  private void write(String file, String content) throws IOException {
    Files.write(root.resolve(DIRECTORY).resolve(file), content.getBytes(ISO_8859_1));
  }

  @Test
  void showsFieldsInTheModulesOrderAndParametersBehindThemLastFirst() {
    assertThat(host.run(new Modinfo(), "loop")).isZero();
    assertThat(host.err()).isEmpty();
    assertThat(host.out()).isEqualTo("""
        filename:       /lib/modules/6.1.0-21-amd64/kernel/loop.ko
        alias:          devname:loop-control
        license:        GPL
        depends:        \n\
        name:           loop
        parm:           depth:uint
        parm:           max_part:Partitions (int)
        parm:           max_loop:Maximum number of loop devices
        """);
  }

  @Test
  void saysOfAFileThatIsMissingNothingOfTheRelease() throws IOException {
    Files.createSymbolicLink(root.resolve("loop.ko"), root.getFileSystem().getPath("/nowhere"));

    assertThat(host.run(new Modinfo(), "-k", "1.2.3", "./nonexist.ko", "./loop.ko", ""))
        .isOne();
    assertThat(host.err()).isEqualTo("""
        modinfo: ERROR: Module ./nonexist.ko not found.
        modinfo: ERROR: Module ./loop.ko not found.
        modinfo: ERROR: Module  not found.
        """);
  }

  @Test
  void saysThatTheNamedFolderIsNotThere() {
    assertThat(host.run(new Modinfo(), "-b", "/nodir", "loop")).isOne();
    assertThat(host.err())
        .isEqualTo("modinfo: ERROR: Module loop not found.\nmodinfo: NOTE: /nodir is not there\n");
  }

  @Test
  void saysWhyItDoesNotFindAModule() throws IOException {
    Files.writeString(root.resolve("notes.txt"), "No module.\n");
    loop().writeTo(root.resolve("loop.module"));

    assertThat(host.run(new Modinfo(), "./notes.txt", "./loop.module", "lop", "loop.kp"))
        .isEqualTo(1);
    assertThat(host.run(new Modinfo(), "-k", "6.1.0-22-amd64", "loop")).isEqualTo(1);
    assertThat(host.err()).isEqualTo("""
        modinfo: ERROR: Module ./notes.txt not found.
        modinfo: NOTE: ./notes.txt is a text file; modinfo takes files whose names end in .ko, \
        .ko.gz, .ko.xz or .ko.zst
        modinfo: ERROR: Module ./loop.module not found.
        modinfo: NOTE: ./loop.module is a module; give it a name that ends in .ko, .ko.gz, .ko.xz or \
        .ko.zst
        modinfo: ERROR: Module lop not found.
        modinfo: NOTE: names like it: loop
        modinfo: ERROR: Module loop.kp not found.
        modinfo: ERROR: Module loop not found.
        modinfo: NOTE: /lib/modules/6.1.0-22-amd64 is missing; there is 6.1.0-21-amd64; name one that \
        is there
        """);
  }

  @Test
  void namesAFieldLikeTheOneThatIsMissingIfAsked() {
    assertThat(host.run(new Modinfo(), "-F", "licence", "loop")).isZero();
    assertThat(host.err()).isEmpty();
    assertThat(host.run(new Modinfo(), "-v", "-F", "licence", "loop", "unix")).isZero();
    assertThat(host.run(new Modinfo(), "-v", "-F", "license", "loop")).isZero();
    assertThat(host.run(new Modinfo(), "-v", "-p", "loop")).isZero();
    assertThat(host.err()).isEqualTo("""
        modinfo: NOTE: loop has no field 'licence'; near: license
        modinfo: NOTE: unix has no field 'licence'; near: license
        """);
  }

  @Test
  void looksInTheSystemBelowAFolder() throws IOException {
    new ModuleBuilder()
        .modinfo("license=MIT")
        .writeTo(root.resolve("/img/lib/modules/6.5.0/kernel/loop.ko"));
    Files.writeString(
        root.resolve("/img/lib/modules/6.5.0/modules.dep"), "kernel/loop.ko:\n", ISO_8859_1);

    assertThat(host.run(new Modinfo(), "--root", "img", "loop")).isZero();
    assertThat(host.run(new Modinfo(), "--root", "img", "e_net")).isEqualTo(1);
    assertThat(host.run(new Modinfo(), "--root", "none", "loop")).isEqualTo(1);
    assertThat(host.out()).isEqualTo("""
        filename:       /img/lib/modules/6.5.0/kernel/loop.ko
        license:        MIT
        """);
    assertThat(host.err()).isEqualTo("""
        modinfo: ERROR: Module e_net not found.
        modinfo: ERROR: --root none: No such file or directory
        """);
  }

  @Test
  void namesAPartOfTheKernelFirst() {
    assertThat(host.run(new Modinfo(), "net-pf-1", "af-pack")).isZero();
    assertThat(host.out()).isEqualTo("""
        name:           unix
        filename:       (builtin)
        alias:          net-pf-1
        license:        GPL
        parm:           x:number (int)
        name:           af_pack
        filename:       (builtin)
        """);
  }

  @Test
  void alignsValuesUnlessTheKeyIsTooLong() {
    new ModuleBuilder()
        .modinfo("fourteen_chars=1", "fifteen_chars__=2", "no value", "=no key", "a=b=c")
        .writeTo(root.resolve("/x/odd.ko"));

    assertThat(host.run(new Modinfo(), "x/odd.ko")).isZero();
    assertThat(host.out()).isEqualTo("""
        filename:       //x/odd.ko
        fourteen_chars: 1
        fifteen_chars__:2
        no value:       \n\
        :               no key
        a:              b=c
        """);
  }

  @Test
  void endsFieldsByNulButKeepsSomeLabels() {
    assertThat(host.run(new Modinfo(), "-0", "loop", "unix")).isZero();
    assertThat(host.out()).isEqualTo("""
        filename:       /lib/modules/6.1.0-21-amd64/kernel/loop.ko\0\
        alias=devname:loop-control\0license=GPL\0depends=\0name=loop\0\
        parm:           depth:uint\0\
        parm:           max_part:Partitions (int)\0\
        parm:           max_loop:Maximum number of loop devices\0\
        name:           unix\0filename:       (builtin)\0\
        alias=net-pf-1\0license=GPL\0parm:           x:number (int)\0""");
  }

  @Test
  void showsTheValuesOfOneField() {
    assertThat(host.run(new Modinfo(), "-F", "license", "loop", "unix", "e_net"))
        .isZero();
    assertThat(host.run(new Modinfo(), "-F", "parmtype", "loop")).isZero();
    assertThat(host.run(new Modinfo(), "-F", "License", "loop")).isZero();
    assertThat(host.run(new Modinfo(), "-0", "-F", "name", "unix", "loop", "e_net"))
        .isZero();
    assertThat(host.out()).isEqualTo("GPL\nGPL\nGPL\nmax_part:int\ndepth:uint\nunix\0loop\0");
  }

  @Test
  void mergesParametersWhenAskedForThemAlone() {
    assertThat(host.run(new Modinfo(), "-p", "loop")).isZero();
    assertThat(host.out()).isEqualTo("""
        depth: (uint)
        max_part:Partitions (int)
        max_loop:Maximum number of loop devices
        """);
  }

  @Test
  void takesTheLastOfTheOptionsThatNameAField() {
    assertThat(host.run(new Modinfo(), "-a", "-F", "alias", "-l", "loop")).isZero();
    assertThat(host.run(new Modinfo(), "-l", "-n", "loop", "unix")).isZero();
    assertThat(host.run(new Modinfo(), "-d", "-a", "loop")).isZero();
    assertThat(host.out())
        .isEqualTo("GPL\n/lib/modules/6.1.0-21-amd64/kernel/loop.ko\n(builtin)\n");
  }

  @Test
  void forgetsTheFieldOfAnEarlierCommandLine() {
    Modinfo modinfo = new Modinfo();

    assertThat(host.run(modinfo, "-l", "loop")).isZero();
    assertThat(host.run(modinfo, "-F", "name", "loop")).isZero();
    assertThat(host.run(modinfo, "-m", "af_pack")).isZero();
    assertThat(host.out())
        .isEqualTo("GPL\nloop\nname:           af_pack\nfilename:       (builtin)\n");
  }

  @Test
  void showsEachModuleThatAnAliasMeans() {
    assertThat(host.run(new Modinfo(), "-n", "pci:v8086d1")).isZero();
    assertThat(host.run(new Modinfo(), "-n", "symbol:loop-register")).isZero();
    assertThat(host.out()).isEqualTo("""
        /lib/modules/6.1.0-21-amd64/kernel/e-net.ko.xz
        /lib/modules/6.1.0-21-amd64/kernel/loop.ko
        /lib/modules/6.1.0-21-amd64/kernel/loop.ko
        """);
  }

  @Test
  void takesOnlyNamesWithM() {
    assertThat(host.run(new Modinfo(), "-m", "-n", "loop", "unix", "block-major-7-0"))
        .isEqualTo(1);
    assertThat(host.out()).isEqualTo("/lib/modules/6.1.0-21-amd64/kernel/loop.ko\n(builtin)\n");
    assertThat(host.err()).isEqualTo("modinfo: ERROR: Module name block-major-7-0 not found.\n");
  }

  @Test
  void looksElsewhereForModules() throws IOException {
    Files.createDirectories(root.resolve("/image/lib/modules/5.0"));
    Files.writeString(root.resolve("/image/lib/modules/5.0/modules.dep"), "k/a.ko:\n");

    assertThat(host.run(new Modinfo(), "-b", "image", "-k", "5.0", "-n", "a")).isZero();
    assertThat(host.out()).isEqualTo("//image/lib/modules/5.0/k/a.ko\n");
  }

  @Test
  void goesOnAfterWhatItDoesNotFind() {
    int status = host.run(new Modinfo(), "-l", "nosuch", "a[b", "/x/nosuch.ko", "", "loop");

    assertThat(status).isEqualTo(1);
    assertThat(host.out()).isEqualTo("GPL\n");
    assertThat(host.err()).isEqualTo("""
        modinfo: ERROR: Module nosuch not found.
        modinfo: ERROR: Module alias a[b not found.
        modinfo: ERROR: Module /x/nosuch.ko not found.
        modinfo: ERROR: Module  not found.
        """);
  }

  @Test
  void saysWhatIsWrongWithAFileAndGoesOn() throws IOException {
    Files.writeString(root.resolve("/short.ko"), "hi");
    Files.writeString(root.resolve("/text.ko"), "This is no module.");
    new ModuleBuilder().exports("x").writeTo(root.resolve("/bare.ko"));
    write("modules.dep", "kernel/gone.ko:\n");

    int status = host.run(new Modinfo(), "/short.ko", "/text.ko", "/bare.ko", "gone", "-l", "unix");

    assertThat(status).isEqualTo(1);
    assertThat(host.out()).isEqualTo("GPL\n");
    assertThat(host.errWithoutNotes()).isEqualTo("""
        modinfo: ERROR: could not get modinfo from 'short': Invalid argument: \
        file too short to be a module: offset=2
        modinfo: ERROR: could not get modinfo from 'text': Exec format error: \
        not an ELF file: offset=0
        modinfo: ERROR: could not get modinfo from 'bare': No data available: no section .modinfo
        modinfo: ERROR: could not get modinfo from 'gone': No such file or directory
        """);
  }

  @Test
  void showsTheNameOfAFileThatItCannotRead() throws IOException {
    Files.writeString(root.resolve("/short.ko"), "hi");

    assertThat(host.run(new Modinfo(), "/short.ko")).isEqualTo(1);
    assertThat(host.out()).isEqualTo("filename:       /short.ko\n");
  }

  @Test
  void leavesOutParametersThatHaveNoName() {
    new ModuleBuilder()
        .modinfo("parm=nodesc", "parm=a:A", "parm=a:Better", "parmtype=d", "parmtype=a:")
        .writeTo(root.resolve("/odd.ko"));

    assertThat(host.run(new Modinfo(), "-p", "/odd.ko")).isZero();
    assertThat(host.out()).isEqualTo("a:Better ()\n");
    assertThat(host.err()).isEqualTo("""
        modinfo: ERROR: Found invalid "parm=nodesc": missing ':'
        modinfo: ERROR: Found invalid "parmtype=d": missing ':'
        """);
  }

  @Test
  void breaksLongBytesIntoLines() {
    byte[] number = new byte[21];
    number[20] = (byte) 0xff;
    ModuleBuilder builder =
        new ModuleBuilder().modinfo("license=GPL", "signature=" + "AA:".repeat(30));
    builder.with(elf -> elf.section(
        ".note.gnu.build-id",
        ("\4\0\0\0\25\0\0\0\3\0\0\0GNU\0" + new String(number, ISO_8859_1)).getBytes(ISO_8859_1)));
    builder.writeTo(root.resolve("/id.ko"));

    assertThat(host.run(new Modinfo(), "/id.ko")).isZero();
    assertThat(host.run(new Modinfo(), "-F", "build-id", "/id.ko")).isZero();
    assertThat(host.out())
        .isEqualTo("filename:       /id.ko\nlicense:        GPL\n"
            + "signature:      " + "AA:".repeat(30) + "\n"
            + "build-id:       " + "00:".repeat(20) + "\n\t\tFF\n"
            + "00:".repeat(20) + "\n\t\tFF\n");
  }

  @Test
  void keepsTheOrderOfManyModules() {
    List<String> arguments = new ArrayList<>(List.of("-F", "name"));
    StringBuilder expected = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      new ModuleBuilder().modinfo("name=m" + i).writeTo(root.resolve("/many/m" + i + ".ko"));
      arguments.add("/many/m" + i + ".ko");
      expected.append('m').append(i).append('\n');
    }

    assertThat(host.run(new Modinfo(), arguments.toArray(String[]::new))).isZero();
    assertThat(host.out()).isEqualTo(expected.toString());
  }

  @Test
  void namesADamagedIndexThatHasNoTextAndGoesOn() throws IOException {
    Files.delete(root.resolve(DIRECTORY + "/modules.dep"));
    write("modules.dep.bin", "This is no index at all.");

    int status = host.run(new Modinfo(), "-l", "loop", DIRECTORY + "/kernel/loop.ko");

    assertThat(status).isEqualTo(1);
    assertThat(host.out()).isEqualTo("GPL\n");
    assertThat(host.err()).contains("modules.dep.bin is damaged").endsWith("; run depmod\n");
  }

  @Test
  void printsJson() {
    loop()
        .modinfo("softdep=pre: a b post: c", "softdep=pre: d", "weakdep=w x", "depends=e,f")
        .modinfo("author=Jos\u00e9")
        .writeTo(root.resolve("/x.ko"));

    assertThat(host.run(new Modinfo(), "--json", "/x.ko", "af_pack", "nosuch")).isEqualTo(1);
    assertThat(host.err()).isEqualTo("modinfo: ERROR: Module nosuch not found.\n");
    assertThat(compact(host.out())).isEqualTo("""
            {"modules":[{"name":"x","builtin":false,"filename":"/x.ko","fields":{\
            "alias":["devname:loop-control"],"license":["GPL"],"depends":["","e,f"],\
            "name":["loop"],"parm":["max_loop:Maximum number of loop devices",\
            "max_part:Partitions"],"parmtype":["max_part:int","depth:uint"],\
            "softdep":["pre: a b post: c","pre: d"],"weakdep":["w x"],\
            "author":["Jos\u00c3\u00a9"]},\
            "depends":["e","f"],"softdeps":{"pre":["a","b","d"],"post":["c"]},\
            "weakdeps":["w","x"],"parameters":[{"name":"depth","type":"uint"},\
            {"name":"max_part","type":"int","description":"Partitions"},\
            {"name":"max_loop","description":"Maximum number of loop devices"}]},\
            {"name":"af_pack","builtin":true,"fields":{},"depends":[],\
            "softdeps":{"pre":[],"post":[]},"weakdeps":[],"parameters":[]}]}""");
  }

  @Test
  void printsOneFieldAsJson() {
    assertThat(host.run(new Modinfo(), "--json", "-l", "loop", "unix")).isZero();
    assertThat(compact(host.out())).isEqualTo("""
            {"modules":[{"name":"loop","builtin":false,\
            "filename":"/lib/modules/6.1.0-21-amd64/kernel/loop.ko",\
            "fields":{"license":["GPL"]}},\
            {"name":"unix","builtin":true,"fields":{"license":["GPL"]}}]}""");
  }

  @Test
  void opensNoFileForTheNameOfTheFileAsJson() throws IOException {
    write("modules.dep", "kernel/gone.ko:\n");

    assertThat(host.run(new Modinfo(), "--json", "-n", "gone")).isZero();
    assertThat(compact(host.out())).isEqualTo("""
            {"modules":[{"name":"gone","builtin":false,\
            "filename":"/lib/modules/6.1.0-21-amd64/kernel/gone.ko","fields":{}}]}""");
  }

  /** Takes away the layout; no text in these tests has two blanks or a line end. */
  private static String compact(String json) {
    return json.replaceAll("\n *", "").replace("\": ", "\":");
  }

  @Test
  void namesWhatNoFileCanBeCalledAndGoesOn() {
    assertThat(host.run(new Modinfo(), "-l", "x\0y.ko", "loop")).isEqualTo(1);
    assertThat(host.run(new Modinfo(), "-b", "x\0y", "loop")).isEqualTo(1);
    assertThat(host.out()).isEqualTo("GPL\n");
    assertThat(host.err()).isEqualTo("""
        modinfo: ERROR: not a file name in this locale: x\0y.ko
        modinfo: ERROR: not a file name in this locale: \
        //x\0y/lib/modules/6.1.0-21-amd64
        """);
  }

  @Test
  void missesTheName() {
    assertThat(host.run(new Modinfo())).isEqualTo(1);
    assertThat(host.err()).isEqualTo("modinfo: ERROR: missing module or filename.\n");
  }
}
