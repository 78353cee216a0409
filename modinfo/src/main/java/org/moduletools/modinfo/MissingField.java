package org.moduletools.modinfo;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.moduletools.diagnosis.Cause;
import org.moduletools.diagnosis.NearNames;
import org.moduletools.modulefile.ModuleDescription;
import org.moduletools.modulefile.ModuleFile;

/**
 * A requested field, of a module that may not have it.
 *
 * @param field the field
 * @param subject the module
 */
record MissingField(String field, Subject subject) {

  /**
   * Returns the similar fields of the module; nothing if it has the field.
   *
   * @param read the part of the module that was read for the field
   */
  List<Cause> causes(ModuleDescription read) {
    Set<String> keys = new LinkedHashSet<>(List.of(Fields.FILE_NAME));
    addKeys(read, keys);
    boolean isParameters = field.equals(Fields.PARAMETER) && keys.contains(Fields.PARAMETER_TYPE);
    if (keys.contains(field) || isParameters) {
      return List.of();
    }
    addKeys(all(read), keys);
    List<String> near = NearNames.to(field, keys);
    String advice = near.isEmpty() ? "" : "; near: " + String.join(", ", near);
    return List.of(() -> subject.name() + " has no field '" + field + "'" + advice);
  }

  private static void addKeys(ModuleDescription description, Set<String> keys) {
    description.modinfo().entries().forEach(entry -> keys.add(entry.key()));
    Stamps.of(description).forEach(stamp -> keys.add(stamp.key()));
  }

  /** Returns all fields; only the field itself may have been read before. */
  private ModuleDescription all(ModuleDescription read) {
    try {
      return subject instanceof Subject.InFile module
          ? ModuleFile.readDescription(module.file())
          : read;
    } catch (IOException vanished) {
      return read;
    }
  }
}
