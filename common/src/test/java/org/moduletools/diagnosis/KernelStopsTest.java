package org.moduletools.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moduletools.module.ModuleName;

/** What /proc and /sys tell of a kernel that refuses. */
class KernelStopsTest {

  private final DiagnosedMachine machine = new DiagnosedMachine();

  @Test
  void aKernelThatLoadsNoMoreModules() {
    machine.file("/proc/sys/kernel/modules_disabled", "1\n").file("/proc/modules", "");

    assertThat(KernelStop.ofAll(machine.root)).containsExactly(KernelStop.DISABLED);
  }

  @Test
  void aKernelWithoutModules() {
    machine.file("/proc/self/status", "Name:\tjava\n");

    assertThat(KernelStop.ofAll(machine.root)).containsExactly(KernelStop.NO_MODULES);
  }

  @Test
  void withoutProcNothingIsKnown() {
    assertThat(KernelStop.find(new ModuleName("loop"), machine.root)).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ro module_blacklist=a,snd_pcm,b quiet | true",
        "module_blacklist=a,snd-pcm | false",
        "module-blacklist=snd_pcm | true",
        "module_blacklist='a b,snd_pcm' | true",
        "x='a module_blacklist=snd_pcm' | false",
        "quiet -- module_blacklist=snd_pcm | false",
        "module_blacklist=snd_pcm module_blacklist=x | false",
        "modprobe.blacklist=snd_pcm | false",
        "module_blacklist= | false",
      })
  void theCommandLineNamesTheModule(String line, boolean isNamed) {
    machine.file("/proc/cmdline", line.replace('\'', '"') + "\n");

    assertThat(KernelStop.find(new ModuleName("snd_pcm"), machine.root)
            .contains(KernelStop.BLACKLISTED))
        .isEqualTo(isNamed);
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "1000 1000 1000 1000 | 0000000000000000 | 0 0 4294967295 | NOT_ROOT",
        "0 0 0 0 | 00000000a80425fb | 0 0 4294967295 | DROPPED",
        "0 0 0 0 | 000001ffffffffff | 0 1000 1 | CONTAINED",
        "0 0 0 0 | 000001ffffffffff | 0 0 4294967295 | GIVEN",
      })
  void whoMayLoadModules(String uids, String capabilities, String map, Privilege privilege) {
    machine
        .file(
            "/proc/self/status",
            "Name:\tx\nUid:\t" + uids.replace(' ', '\t') + "\nCapEff:\t" + capabilities + "\n")
        .file("/proc/self/uid_map", "         " + map + "\n");

    assertThat(Privilege.read(machine.root)).isEqualTo(privilege);
  }

  @Test
  void withoutProcTheProcessMay() {
    assertThat(Privilege.read(machine.root)).isEqualTo(Privilege.GIVEN);
  }

  @ParameterizedTest(name = "{0}, {1}, {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "Y | module.sig_enforce=1 | - | this kernel loads signed modules only"
            + " (module.sig_enforce on its command line)",
        "Y | ro | [none] integrity confidentiality | this kernel loads signed modules only"
            + " (/sys/module/module/parameters/sig_enforce is Y)",
        "N | ro | none [integrity] confidentiality | this kernel loads signed modules only"
            + " (lockdown, /sys/kernel/security/lockdown is integrity)",
        "N | ro | - | this kernel loads unsigned modules too",
      })
  void whoDemandsSignatures(String enforced, String line, String lockdown, String words) {
    machine.file("/sys/module/module/parameters/sig_enforce", enforced + "\n");
    machine.file("/proc/cmdline", line + "\n");
    if (lockdown != null) {
      machine.file("/sys/kernel/security/lockdown", lockdown + "\n");
    }

    assertThat(SignatureDemand.read(machine.root).inWords()).isEqualTo(words);
  }
}
