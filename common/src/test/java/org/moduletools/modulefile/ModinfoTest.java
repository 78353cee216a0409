package org.moduletools.modulefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.moduletools.modulefile.Modinfo.Entry;

class ModinfoTest {

  private static final Modinfo MODINFO = new Modinfo(List.of(
      new Entry("parm", "debug:How much to log"),
      new Entry("parmtype", "debug:int"),
      new Entry("license", "GPL"),
      new Entry("parm", "untyped:Its text: with a colon"),
      new Entry("parmtype", "bare:charp"),
      new Entry("parm", "nonsense")));

  @Test
  void knowsParametersWithTypeAndText() {
    assertThat(MODINFO.parameters())
        .extracting(ModuleParameter::toString)
        .containsExactly(
            "bare: (charp)", "untyped:Its text: with a colon", "debug:How much to log (int)");
    assertThat(MODINFO.parameters().get(0).text()).isEmpty();
    assertThat(MODINFO.parameters().get(0).type()).contains("charp");
    assertThat(MODINFO.parameters().get(1).type()).isEmpty();
    assertThat(MODINFO.parameters().get(2).name()).isEqualTo("debug");
  }

  @Test
  void takesWhatIsStatedLastOfAParameter() {
    Modinfo twice =
        new Modinfo(List.of(new Entry("parm", "x:first"), new Entry("parm", "x:second")));

    assertThat(twice.parameters()).singleElement().hasToString("x:second");
  }

  @Test
  void reportsAStringThatNamesNoParameter() {
    List<Entry> malformed = new ArrayList<>();

    MODINFO.parameters(malformed::add);

    assertThat(malformed).containsExactly(new Entry("parm", "nonsense"));
  }
}
