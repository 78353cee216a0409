package org.moduletools.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moduletools.module.KernelRelease;
import org.moduletools.tree.ModuleTree;

class UnknownModuleTest {

  private static final String FOLDER = DiagnosedMachine.FOLDER;

  private final DiagnosedMachine machine = new DiagnosedMachine();

  private List<String> words(String typed) {
    try (ModuleTree tree = machine.tree()) {
      return DiagnosedMachine.words(
          UnknownModule.causes(typed, tree, FOLDER, machine.kernel.release()));
    }
  }

  private void indexed() {
    machine
        .file(
            FOLDER + "/modules.dep", "kernel/loop.ko:\nkernel/snd-pcm.ko.xz:\nkernel/xt_MARK.ko:\n")
        .file(FOLDER + "/modules.builtin", "kernel/unix.ko\n");
  }

  @Test
  void aFolderThatIsMissingAndAnotherThatIsThere() {
    machine.file("/lib/modules/6.1.0-22-amd64/modules.dep", "");

    assertThat(words("loop"))
        .containsExactly(FOLDER + " is missing; there is 6.1.0-22-amd64;"
            + " this kernel runs without its modules: if it was upgraded, reboot");
  }

  @Test
  void noFolderAtAll() {
    assertThat(words("loop"))
        .containsExactly(FOLDER + " is missing; no other release has one;"
            + " this kernel runs without its modules: if it was upgraded, reboot");
  }

  @Test
  void noFolderOfAKernelWithoutModules() {
    machine.file("/proc/self/comm", "modprobe\n");

    assertThat(words("loop"))
        .containsExactly("this kernel has no modules: it was built without CONFIG_MODULES, and"
            + " /proc/modules is missing");
  }

  @Test
  void aFolderOfAnotherKernelThatIsMissing() {
    machine.kernel.runs("6.1.0-22-amd64");
    machine.file("/lib/modules/6.1.0-22-amd64/modules.dep", "");

    assertThat(words("loop"))
        .containsExactly(FOLDER + " is missing; there is 6.1.0-22-amd64; name one that is there");
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(strings = {"./loop.ko", "/tmp/loop.ko", "kernel/loop.ko", ""})
  void whatTheTreeIsLikeIsNoMatterForTheNameOfAFile(String typed) {
    assertThat(words(typed)).isEmpty();
    machine.file(FOLDER + "/kernel/loop.ko", "");
    assertThat(words(typed)).isEmpty();
    machine.file(FOLDER + "/modules.dep", "");
    assertThat(words(typed)).isEmpty();
  }

  @Test
  void anEmptyNameIsLikeNoOther() {
    machine.file(FOLDER + "/modules.dep", "kernel/lo.ko:\n");

    assertThat(words("")).isEmpty();
  }

  private String wordsBelow(String base) {
    try (ModuleTree tree = ModuleTree.open(machine.root.resolve(base + FOLDER))) {
      List<Cause> causes =
          UnknownModule.causes("loop", tree, base + FOLDER, machine.kernel.release());
      return String.join("|", DiagnosedMachine.words(causes));
    }
  }

  @Test
  void aFolderElsewhereIsNotThatOfTheKernelThatRuns() {
    assertThat(wordsBelow("/srv/none")).isEqualTo("/srv/none is not there");
    machine.file("/srv/file", "");
    assertThat(wordsBelow("/srv/file")).isEqualTo("/srv/file is no folder");
    machine.file("/srv/other/etc/x", "");
    assertThat(wordsBelow("/srv/other"))
        .isEqualTo("/srv/other" + FOLDER + " is missing; no other release has one");
    machine.file("/srv/other" + FOLDER + "/kernel/loop.ko", "");
    assertThat(wordsBelow("/srv/other"))
        .isEqualTo(
            "/srv/other" + FOLDER + " has no modules.dep; run depmod -b /srv/other 6.1.0-21-amd64");
  }

  @Test
  void depmodHasNotBeenRun() {
    machine.file(FOLDER + "/kernel/loop.ko", "");

    assertThat(words("loop")).containsExactly(FOLDER + " has no modules.dep; run depmod");
  }

  @Test
  void depmodHasNotBeenRunForAKernelThatDoesNotRun() {
    machine.kernel.runs("6.1.0-22-amd64");
    machine.file(FOLDER + "/kernel/loop.ko", "");

    assertThat(words("loop"))
        .containsExactly(FOLDER + " has no modules.dep; run depmod 6.1.0-21-amd64");
  }

  @Test
  void anIndexWithoutAModule() {
    machine.file(FOLDER + "/modules.dep", "");

    assertThat(words("loop")).containsExactly(FOLDER + "/modules.dep names no module; run depmod");
  }

  @Test
  void aFileThatIsNewerThanTheIndex() {
    indexed();
    machine.file(FOLDER + "/updates/new-one.ko.xz", "");

    assertThat(words("new_one"))
        .containsExactly(FOLDER
            + "/updates/new-one.ko.xz is there, but modules.dep does not name it; run depmod");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "lopo | names like it: loop",
        "xt_mark | capitals count in a module's name; try xt_MARK",
        "loop-1.2 | a module's name has no version; try loop",
        "loop.ko | a module's name has no suffix; try loop; a file is named with its path: ./loop.ko",
        "snd-pcm.ko.xz | a module's name has no suffix; try snd_pcm;"
            + " a file is named with its path: ./snd-pcm.ko.xz",
        "kernel/loop.ko | a module's name has no suffix; try loop",
        "unixx | names like it: unix",
      })
  void aNameThatIsNotQuiteRight(String typed, String words) {
    indexed();

    assertThat(words(typed)).containsExactly(words);
  }

  @Test
  void aNameThatIsLikeNoOther() {
    indexed();

    assertThat(words("completely_else")).isEmpty();
  }

  @Test
  void isAValueThatOthersCanShow() {
    UnknownName name = UnknownName.of("lopo", List.of("loop"));

    assertThat(name).isEqualTo(new UnknownName("lopo", UnknownName.Slip.LETTERS, List.of("loop")));
    assertThat(MissingRelease.of(
            machine.root.resolve(FOLDER), FOLDER, new KernelRelease("6.1.0-21-amd64")))
        .isEqualTo(new MissingRelease(FOLDER, true, List.of()));
  }
}
