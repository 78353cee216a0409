package org.moduletools.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moduletools.modulefile.Modinfo;
import org.moduletools.modulefile.Modinfo.Entry;

class ParameterCheckTest {

  private static final ModuleParameters PARAMETERS = ModuleParameters.of(new Modinfo(List.of(
      new Entry("parm", "numdummies:Number of devices"),
      new Entry("parmtype", "numdummies:int"),
      new Entry("parmtype", "only_dash:int"),
      new Entry("parmtype", "quiet:bool"),
      new Entry("parmtype", "label:charp"),
      new Entry("parmtype", "ids:array of ushort"),
      new Entry("parm", "custom:What only the module knows"))));

  @ParameterizedTest(name = "<{0}>")
  @ValueSource(
      strings = {
        "",
        "numdummies=2",
        "numdummies=-1 quiet",
        "numdummies=0x10 quiet=y",
        "only_dash=1 only-dash=2",
        "quiet=off",
        "label=\"two words\"",
        "\"label=two words\"",
        "label=a,",
        "ids=1,2,65535",
        "custom=anything custom",
        "dyndbg=+p async_probe",
        "-- nosuch",
      })
  void takesWhatTheModuleTakes(String text) {
    assertThat(ParameterCheck.of(text, PARAMETERS)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "numdumies=2 | 'numdumies' is no parameter of it; near: numdummies",
        "xyz=2 | 'xyz' is no parameter of it",
        "numdummies=two | 'numdummies=two' is no value of its type (int)",
        "numdummies=09 | 'numdummies=09' is no value of its type (int)",
        "numdummies=2147483648 | 'numdummies=2147483648' is no value of its type (int)",
        "numdummies | parameter 'numdummies' needs a value (int)",
        "quiet=maybe | 'quiet=maybe' is no value of its type (bool)",
        "ids=1,65536 | 'ids=1,65536' is no value of its type (array of ushort)",
        "numdummies=2, | 'numdummies=2,' ends in a comma; parameters are separated by blanks only",
        "ids=1,2, | 'ids=1,2,' ends in a comma; parameters are separated by blanks only",
        "quiet=1 # no noise | '#' begins no comment within a line: it and what follows go to the"
            + " module; write the comment on a line of its own",
      })
  void saysWhatIsWrong(String text, String words) {
    assertThat(DiagnosedMachine.words(ParameterCheck.of(text, PARAMETERS))).containsExactly(words);
  }
}
