package org.moduletools.modinfo;

import java.util.List;
import java.util.function.Consumer;
import org.moduletools.modulefile.Modinfo;
import org.moduletools.modulefile.ModuleParameter;

/** The fields that modinfo treats otherwise than as they stand in the module. */
final class Fields {

  /** Where the module is. No string of the module, so nothing is read for it. */
  static final String FILE_NAME = "filename";

  /** What the module is called: said of parts of the kernel, a string in newer modules. */
  static final String NAME = "name";

  /** What a parameter means: {@code NAME:TEXT}. */
  static final String PARAMETER = "parm";

  /** What a parameter takes: {@code NAME:TYPE}. */
  static final String PARAMETER_TYPE = "parmtype";

  private Fields() {}

  /** Returns how much of a module must be read for {@code field} alone. */
  static Output.Need needOf(String field) {
    if (field.equals(FILE_NAME)) {
      return Output.Need.NOTHING;
    }
    return Stamps.has(field) ? Output.Need.ALL : Output.Need.STRINGS;
  }

  /** Returns the keys of the strings from which {@code field} is made. */
  static List<String> keysOf(String field) {
    return field.equals(PARAMETER) ? List.of(PARAMETER, PARAMETER_TYPE) : List.of(field);
  }

  /**
   * Returns the parameters that {@code modinfo} describes.
   *
   * @param problems is given each string that names no parameter, and is left out
   */
  static List<ModuleParameter> parameters(Modinfo modinfo, Consumer<String> problems) {
    return modinfo.parameters(malformed -> problems.accept(
        "Found invalid \"" + malformed.key() + "=" + malformed.value() + "\": missing ':'"));
  }
}
