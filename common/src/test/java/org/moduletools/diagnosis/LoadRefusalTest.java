package org.moduletools.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moduletools.elf.ElfForm;
import org.moduletools.kernel.Errno;
import org.moduletools.module.ModuleName;
import org.moduletools.modulefile.ModuleBuilder;
import org.moduletools.tree.ModuleTree;

class LoadRefusalTest {

  private static final String FOLDER = DiagnosedMachine.FOLDER;

  private final DiagnosedMachine machine = new DiagnosedMachine();

  /**
   *
   *
   * <pre>
   *   bridge.ko -> stp.ko (stp_proto_register 0x51)   and printk 0x70, module_layout 0x10
   * </pre>
   */
  @BeforeEach
  void layOutTheTree() {
    machine
        .file(FOLDER + "/modules.dep", "kernel/bridge.ko: kernel/stp.ko\nkernel/stp.ko:\n")
        .file(FOLDER + "/modules.symbols", "alias symbol:stp_proto_register stp\n");
    machine.module(
        "kernel/stp.ko",
        new ModuleBuilder()
            .modinfo("vermagic=" + DiagnosedMachine.VERMAGIC)
            .exports("stp_proto_register", 0x51)
            .version("module_layout", 0x10)
            .version("printk", 0x70));
    machine.module("kernel/bridge.ko", bridge(DiagnosedMachine.VERMAGIC));
  }

  private static ModuleBuilder bridge(String vermagic) {
    return new ModuleBuilder()
        .modinfo("license=GPL", "vermagic=" + vermagic, "parmtype=ageing:int")
        .needs("printk", "stp_proto_register")
        .needsWeak("may_be_there");
  }

  private List<String> words(Path file, String parameters, Errno errno) {
    ModuleName module = ModuleName.ofPath(file.toString());
    ParameterText text =
        new ParameterText(List.of(new ParameterText.Part(parameters, "/etc/modprobe.d/a.conf:3")));
    List<ParameterNote> notes = ParameterNote.of(module, file, text);
    List<ParameterNote> bad =
        notes.stream().filter(note -> !note.problem().isPassedOver()).toList();
    try (ModuleTree tree = machine.tree()) {
      return DiagnosedMachine.words(
          new LoadRefusal(module, file, bad, errno).causes(tree, machine.kernel, machine.root));
    }
  }

  private List<String> words(Errno errno) {
    return words(machine.root.resolve(FOLDER + "/kernel/bridge.ko"), "", errno);
  }

  @Test
  void aNeedThatIsNotLoaded() {
    assertThat(words(Errno.ENOENT))
        .containsExactly("it needs stp_proto_register, which module stp has: not loaded");
  }

  @Test
  void aNeedThatNothingHas() {
    machine.kernel.hasLoaded("stp");
    machine.file("/proc/kallsyms", "0 T printk_old\n0 D some_data\n");

    assertThat(words(Errno.ENOENT))
        .containsExactly("it needs printk, which neither this kernel nor a module of it has");
  }

  @Test
  void aKernelThatDoesNotListItsDataLeavesThatOpen() {
    machine.kernel.hasLoaded("stp");
    machine.kernel.logs("<4>[    5.250000] bridge: Unknown symbol printk (err -2)");
    machine.file("/proc/kallsyms", "0 T printk_old\n");

    assertThat(words(Errno.ENOENT))
        .containsExactly("the kernel's log: [    5.250000] bridge: Unknown symbol printk (err -2)");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "license=Proprietary, its licence 'Proprietary' is not compatible with the GPL",
    "author=me, it states no licence"
  })
  void aLicenceThatKeepsGplOnlySymbolsFromTheModule(String modinfo, String words) {
    Path file = machine.module(
        "/tmp/prop.ko",
        new ModuleBuilder()
            .modinfo("vermagic=" + DiagnosedMachine.VERMAGIC, "name=prop_drv", modinfo)
            .needs("printk", "kill_pid"));
    String begin = words + ", and the kernel gives GPL-only symbols to no such module";

    assertThat(words(file, "", Errno.ENOENT)).containsExactly(begin);
    machine.kernel.logs("""
        <4>[    5.2] prop_drv: Unknown symbol kill_pid (err -2)
        <4>[    5.2] other: Unknown symbol printk (err -2)
        """);
    assertThat(words(file, "", Errno.ENOENT)).containsExactly(begin + "; its log names kill_pid");
    machine.file("/proc/kallsyms", """
        ffffffff0010 D some_data
        ffffffff0020 r __ksymtab_printk
        ffffffff0030 R __start___ksymtab_gpl
        ffffffff0030 r __ksymtab_kill_pid
        ffffffff0040 R __stop___ksymtab_gpl
        """);
    assertThat(words(file, "", Errno.ENOENT)).containsExactly(begin + ": kill_pid");
  }

  @Test
  void aVersionMagicOfAnotherKernel() {
    Path file = machine.module("/tmp/bridge.ko", bridge("6.1.0-21-amd64 SMP mod_unload "));

    assertThat(words(file, "", Errno.ENOEXEC))
        .containsExactly("it was built for '6.1.0-21-amd64 SMP mod_unload', this kernel is"
            + " '6.1.0-21-amd64 SMP preempt mod_unload modversions';"
            + " the first difference is 'mod_unload' in place of 'preempt'");
  }

  @Test
  void aReleaseThatDiffersWhereNoModuleTellsTheRest() {
    machine.kernel.runs("6.1.0-22-amd64");

    assertThat(words(Errno.ENOEXEC))
        .containsExactly("it was built for '6.1.0-21-amd64 SMP preempt mod_unload modversions',"
            + " this kernel is '6.1.0-22-amd64';"
            + " the first difference is '6.1.0-21-amd64' in place of '6.1.0-22-amd64'");
  }

  @Test
  void aVersionOfTheKernelsLayoutThatDiffers() {
    Path file = machine.module(
        "/tmp/bridge.ko",
        bridge("6.1.0-99 SMP preempt mod_unload modversions ").version("module_layout", 0x11));

    assertThat(words(file, "", Errno.ENOEXEC))
        .containsExactly("it was built with version 0x00000011 of the symbol module_layout,"
            + " which has 0x00000010 by " + FOLDER
            + "/kernel/stp.ko; build it for this kernel");
  }

  @Test
  void aVersionOfAnotherModulesSymbolThatDiffers() {
    Path file = machine.module(
        "/tmp/bridge.ko",
        bridge(DiagnosedMachine.VERMAGIC)
            .version("module_layout", 0x10)
            .version("stp_proto_register", 0x52));

    assertThat(words(file, "", Errno.EINVAL))
        .containsExactly("it was built with version 0x00000052 of the symbol stp_proto_register,"
            + " which has 0x00000051 by " + FOLDER
            + "/kernel/stp.ko; build it for this kernel");
  }

  @Test
  void aVersionThatTheKernelsBuildStates() {
    machine.file(
        FOLDER + "/build/Module.symvers", "0x0000007f\tprintk\tvmlinux\tEXPORT_SYMBOL\t\n");
    Path file =
        machine.module("/tmp/bridge.ko", bridge(DiagnosedMachine.VERMAGIC).version("printk", 0x71));

    assertThat(words(file, "", Errno.EINVAL))
        .containsExactly("it was built with version 0x00000071 of the symbol printk,"
            + " which has 0x0000007f by " + FOLDER
            + "/build/Module.symvers; build it for this kernel");
  }

  @Test
  void aValueOfTheWrongType() {
    Path file = machine.root.resolve(FOLDER + "/kernel/bridge.ko");

    assertThat(words(file, "ageing=long nosuch", Errno.EINVAL))
        .containsExactly("bridge: 'ageing=long' is no value of its type (int)"
            + " (from /etc/modprobe.d/a.conf:3)");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | empty",
        "#!/bin/sh | a script",
        "root:x:0:0 | a text file",
        "x\u0001y | no module, and no ELF file at all",
      })
  void aFileThatIsNoModule(String content, String kind) {
    machine.file("/tmp/it.ko", content);

    assertThat(words(machine.root.resolve("/tmp/it.ko"), "", Errno.ENOEXEC))
        .containsExactly("/tmp/it.ko is " + kind + "; the kernel takes modules only");
  }

  @Test
  void anUnsignedModuleThatTheKernelDoesNotWant() {
    machine.file("/sys/module/module/parameters/sig_enforce", "Y\n");

    assertThat(words(Errno.EKEYREJECTED))
        .containsExactly(
            "this kernel loads signed modules only"
                + " (/sys/module/module/parameters/sig_enforce is Y)",
            FOLDER + "/kernel/bridge.ko: it is not signed; sign it with a key of this kernel"
                + " (scripts/sign-file of its source)");
  }

  @Test
  void anUnsignedModuleUnderLockdown() {
    machine.file("/sys/kernel/security/lockdown", "none [integrity] confidentiality\n");

    assertThat(words(Errno.EPERM))
        .containsExactly(
            "this kernel loads signed modules only"
                + " (lockdown, /sys/kernel/security/lockdown is integrity)",
            FOLDER + "/kernel/bridge.ko: it is not signed; sign it with a key of this kernel"
                + " (scripts/sign-file of its source)");
  }

  @Test
  void aSignatureThatIsDamaged() {
    machine.file("/sys/module/module/parameters/sig_enforce", "Y\n");
    Path file = machine.module("/tmp/it.ko", bridge(DiagnosedMachine.VERMAGIC).badlySigned(2));

    assertThat(words(file, "", Errno.EBADMSG))
        .containsExactly("/tmp/it.ko: it is signed, but the signature is damaged,"
            + " which every kernel refuses; copy or build the file anew");
  }

  @Test
  void aModuleOfAnotherMachine() {
    Path file = machine.module(
        "/tmp/it.ko", new ModuleBuilder(ElfForm.BE32).modinfo("vermagic=6.1.0-21-amd64 SMP"));

    assertThat(words(file, "", Errno.ENOEXEC))
        .singleElement()
        .asString()
        .startsWith("it is for ")
        .contains("; other modules of this kernel are for ");
  }

  @Test
  void whatTheModulesStartOrAParameterRefused() {
    assertThat(words(Errno.ENOSPC))
        .containsExactly("a parameter's text is too long, or the module's own start refused:"
            + " it ended with ENOSPC; see the kernel's log (dmesg)");
  }

  @Test
  void linesOfEarlierAttemptsAreNotToldOf() {
    machine.kernel.hasBeenUpFor(Duration.ofSeconds(1000));
    machine.kernel.logs(
        "<6>[  940.000000] bridge: old", "bridge: without a time", "<3>[  999.500000] bridge: new");

    assertThat(words(Errno.EIO))
        .containsExactly(
            "the module's own start refused: its device did not answer as it should;"
                + " see the kernel's log (dmesg)",
            "the kernel's log: bridge: without a time",
            "the kernel's log: [  999.500000] bridge: new");
  }

  @Test
  void whatKeepsAllModulesOutCountsBeforeSignatures() {
    machine
        .file("/sys/kernel/security/lockdown", "none [integrity] confidentiality\n")
        .file("/proc/sys/kernel/modules_disabled", "1\n");

    assertThat(words(Errno.EPERM)).containsExactly(KernelStop.DISABLED.inWords());
  }

  @Test
  void whatIsLoadedAlready() {
    machine.kernel.hasLoaded("bridge");

    assertThat(words(Errno.EEXIST))
        .containsExactly("module bridge is loaded already; rmmod bridge removes it");
  }

  @Test
  void whatIsLoadedAlreadyByAnotherNameThanTheFiles() {
    machine.kernel.hasLoaded("bridge");
    Path file = machine.module("/tmp/other.ko", new ModuleBuilder().modinfo("name=bridge"));

    assertThat(words(file, "", Errno.EEXIST))
        .containsExactly("module bridge is loaded already; rmmod bridge removes it");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "ENODEV | it found no device or feature that it is for",
        "ENOMEM | it got no memory, as the kernel may not have for it either",
        "EINTR | a signal interrupted it",
        "EEXIST | something that it registers is registered already, by another driver",
        "ENOTTY | it ended with ENOTTY",
      })
  void aModuleThatRefusedByItself(Errno errno, String meaning) {
    machine.kernel.logs(
        "<6>[    1.000000] bridge: one",
        "<6>[    2.000000] bridge: two",
        "<6>[    2.500000] bridges: another",
        "<3>[    3.000000] bridge: three",
        "<3>[    4.000000] bridge: four");

    assertThat(words(errno))
        .containsExactly(
            "the module's own start refused: " + meaning + "; see the kernel's log (dmesg)",
            "the kernel's log: [    2.000000] bridge: two",
            "the kernel's log: [    3.000000] bridge: three",
            "the kernel's log: [    4.000000] bridge: four");
  }
}
