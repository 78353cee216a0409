package org.moduletools.modinfo;

import java.util.List;
import java.util.function.Consumer;
import org.moduletools.modulefile.Modinfo;
import org.moduletools.modulefile.ModuleParameter;

/** The fields that modinfo does not print as strings of the module. */
final class Fields {

  /** The path of the module. It is no string of the module, so nothing is read for it. */
  static final String FILE_NAME = "filename";

  /** The name of the module: printed for built-in modules, a string in newer modules. */
  static final String NAME = "name";

  /** The description of a parameter: {@code NAME:TEXT}. */
  static final String PARAMETER = "parm";

  /** The type of a parameter: {@code NAME:TYPE}. */
  static final String PARAMETER_TYPE = "parmtype";

  private Fields() {}

  /** Returns the part of a module to read for {@code field} alone. */
  static Output.Need needOf(String field) {
    if (field.equals(FILE_NAME)) {
      return Output.Need.NOTHING;
    }
    return Stamps.has(field) ? Output.Need.ALL : Output.Need.STRINGS;
  }

  /** Returns the keys of the strings that {@code field} is made of. */
  static List<String> keysOf(String field) {
    return field.equals(PARAMETER) ? List.of(PARAMETER, PARAMETER_TYPE) : List.of(field);
  }

  /**
   * Returns the parameters that {@code modinfo} describes.
   *
   * @param problems receives each string without the name of a parameter, which is left out
   */
  static List<ModuleParameter> parameters(Modinfo modinfo, Consumer<String> problems) {
    return modinfo.parameters(malformed -> problems.accept(
        "Found invalid \"" + malformed.key() + "=" + malformed.value() + "\": missing ':'"));
  }
}
