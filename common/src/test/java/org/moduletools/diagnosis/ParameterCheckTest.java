package org.moduletools.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moduletools.kernel.Errno;
import org.moduletools.modulefile.Modinfo;
import org.moduletools.modulefile.Modinfo.Entry;

class ParameterCheckTest {

  private static final ModuleParameters PARAMETERS = ModuleParameters.of(new Modinfo(List.of(
      new Entry("parm", "numdummies:Number of devices"),
      new Entry("parmtype", "numdummies:int"),
      new Entry("parmtype", "only_dash:int"),
      new Entry("parmtype", "quiet:bool"),
      new Entry("parmtype", "label:charp"),
      new Entry("parmtype", "loud:invbool"),
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
        "numdummies=1 --",
        "label=\"# not a comment\"",
      })
  void takesWhatTheModuleTakes(String text) {
    assertThat(check(text)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
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
        "numdummies=3\"4\" | 'numdummies=3\"4\"' is no value of its type (int)",
        "numdummies=\"3\"4 | 'numdummies=\"3\"4' is no value of its type (int)",
        "label=\"x | 'label=\"x' opens a quote that nothing closes",
        "loud | parameter 'loud' needs a value (invbool)",
        "quiet=1, | 'quiet=1,' ends in a comma; parameters are separated by blanks only",
        "async-probe | 'async-probe' is no parameter of it",
        "numdummies = 5 | no blanks around '=': write numdummies=5 for 'numdummies = 5'",
        "numdummies =5 | no blanks around '=': write numdummies=5 for 'numdummies =5'",
        "numdummies= 5 | no blanks around '=': write numdummies=5 for 'numdummies= 5'",
        "-- nosuch | '--' ends the parameters; the kernel takes no notice of what follows",
        "quiet=1 # no noise | '#' begins no comment within a line: it and what follows go to the"
            + " module; write the comment on a line of its own",
      })
  void saysWhatIsWrong(String text, String words) {
    assertThat(check(text)).containsExactly(words);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "numdummies=2, | false",
        "ids=1, | false",
        "numdummies | false",
        "numdummies=3\"4\" | false",
        "quiet=1, | true",
        "numdummies = 5 | false",
        "quiet = y | true",
        "nosuch=1, | true",
        "nosuch | true",
      })
  void knowsWhatTheKernelPassesOver(String text, boolean isPassedOver) {
    List<ParameterCheck.Found> found = ParameterCheck.of(ParameterText.of(text), PARAMETERS);

    assertThat(found).hasSize(1);
    assertThat(found.get(0).problem().isPassedOver()).isEqualTo(isPassedOver);
  }

  /** kernel/params.c and lib/kstrtox.c. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "numdummies=two, EINVAL",
    "numdummies, EINVAL",
    "numdummies=, EINVAL",
    "numdummies=2147483648, ERANGE",
    "numdummies=-2147483649, ERANGE",
    "numdummies=2147483648x, EINVAL",
    "numdummies=0x1ffffffff, ERANGE",
    "numdummies=99999999999999999999, ERANGE",
    "numdummies=99999999999999999999x, ERANGE",
    "'ids=1,65536', ERANGE",
    "'ids=x,65536', EINVAL",
    "'ids=65536,x', ERANGE",
    "ids=-1, EINVAL",
    "quiet=maybe, EINVAL",
    "'numdummies=99999999999,', EINVAL",
  })
  void knowsTheErrorOfTheKernel(String text, Errno errno) {
    assertThat(ParameterCheck.of(ParameterText.of(text), PARAMETERS))
        .extracting(found -> found.problem().errno())
        .containsExactly(errno);
  }

  @Test
  void knowsHowLongATextMayBe() {
    assertThat(ParameterCheck.of(ParameterText.of("label=" + "x".repeat(1024)), PARAMETERS))
        .isEmpty();
    assertThat(ParameterCheck.of(ParameterText.of("label=" + "x".repeat(1025)), PARAMETERS))
        .extracting(found -> found.problem().errno() + ": " + found.problem().inWords())
        .containsExactly("ENOSPC: the text of parameter 'label' is longer than 1024 bytes");
  }

  /** {@code ;} stands between the lines, of which each is a part. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "label=\"a;numdummies=2;quiet | 0: 'label=\"a' opens a quote that nothing closes in its"
            + " line; it takes in what follows from line 1 and line 2",
        "label=\"a b;c\" quiet | 0: 'label=\"a b' opens a quote that nothing closes in its line;"
            + " it takes in what follows from line 1",
        "quiet;label=\"a b | 1: 'label=\"a b' opens a quote that nothing closes",
        "quiet # don\"t;label=x | 0: '#' begins no comment within a line: it and what follows go to"
            + " the module; write the comment on a line of its own; 0: 'don\"t' opens a quote that"
            + " nothing closes in its line; it takes in what follows from line 1",
        "quiet #;nosuch | 0: '#' begins no comment within a line: it and what follows go to the"
            + " module; write the comment on a line of its own; 1: 'nosuch' is no parameter of it",
        "quiet --;numdummies=x;quiet | 0: '--' ends the parameters; the kernel takes no notice of"
            + " what follows",
      })
  void looksAtAllLinesTogether(String lines, String words) {
    List<ParameterText.Part> parts = new ArrayList<>();
    for (String line : lines.split(";", -1)) {
      parts.add(new ParameterText.Part(line, "line " + parts.size()));
    }

    assertThat(ParameterCheck.of(new ParameterText(parts), PARAMETERS).stream()
            .map(found -> found.part() + ": " + found.problem().inWords())
            .collect(Collectors.joining("; ")))
        .isEqualTo(words);
  }

  @Test
  void judgesTheWholeWordThatAQuoteMakes() {
    ParameterText text = new ParameterText(List.of(
        new ParameterText.Part("numdummies=\"3", "a"),
        new ParameterText.Part("quiet", "b"),
        new ParameterText.Part("label=x", "c")));

    assertThat(ParameterCheck.of(text, PARAMETERS))
        .containsExactly(
            new ParameterCheck.Found(
                new ParameterProblem.OpenQuote("numdummies=\"3", List.of("b", "c")), 0),
            new ParameterCheck.Found(
                new ParameterProblem.BadValue(
                    "numdummies=\"3 quiet label=x", "numdummies", "int", Errno.EINVAL),
                0));
  }

  private static List<String> check(String text) {
    return ParameterCheck.of(ParameterText.of(text), PARAMETERS).stream()
        .map(found -> found.problem().inWords())
        .toList();
  }
}
