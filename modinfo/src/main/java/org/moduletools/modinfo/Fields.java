package org.moduletools.modinfo;

import java.util.List;
import org.moduletools.modulefile.Modinfo.Entry;
import org.moduletools.modulefile.ModuleDescription;

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

  /** The characters of 20 bytes: two digits and a colon each. */
  private static final int LINE_CHARS = 60;

  private Fields() {}

  /** Returns how much of a module must be read for {@code field} alone. */
  static Output.Need needOf(String field) {
    if (field.equals(FILE_NAME)) {
      return Output.Need.NOTHING;
    }
    return ModuleDescription.isStamp(field) ? Output.Need.ALL : Output.Need.STRINGS;
  }

  /** Returns the keys of the strings from which {@code field} is made. */
  static List<String> keysOf(String field) {
    return field.equals(PARAMETER) ? List.of(PARAMETER, PARAMETER_TYPE) : List.of(field);
  }

  /** Returns the value of {@code stamp} as a person reads it: 20 bytes in a line. */
  static String shown(Entry stamp) {
    String value = stamp.value();
    if (!ModuleDescription.isBytes(stamp.key()) || value.length() <= LINE_CHARS) {
      return value;
    }
    StringBuilder lines = new StringBuilder();
    for (int begin = 0; begin < value.length(); begin += LINE_CHARS) {
      lines
          .append(begin == 0 ? "" : "\n\t\t")
          .append(value, begin, Math.min(begin + LINE_CHARS, value.length()));
    }
    return lines.toString();
  }
}
