package org.moduletools.diagnosis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.moduletools.module.ModuleName;
import org.moduletools.modulefile.ModuleFile;

/**
 * A parameter that a module does not take as it is meant, and where it stands.
 *
 * @param module the module
 * @param problem what is wrong
 * @param source where it stands, such as {@code /etc/modprobe.d/a.conf:3}; empty if that is plain
 */
public record ParameterNote(ModuleName module, ParameterProblem problem, String source)
    implements Cause {

  /**
   * Compares parameters with those that a module states in its file; none is wrong if the file
   * cannot be read.
   *
   * @param text the parameters
   */
  public static List<ParameterNote> of(ModuleName module, Path file, ParameterText text) {
    List<ParameterNote> notes = new ArrayList<>();
    try {
      ModuleParameters known = ModuleParameters.of(ModuleFile.readModinfo(file));
      for (ParameterCheck.Found found : ParameterCheck.of(text, known)) {
        notes.add(new ParameterNote(module, found.problem(), text.source(found.part())));
      }
    } catch (IOException noModule) {
      return List.of(); // which the kernel says itself
    }
    return notes;
  }

  @Override
  public String inWords() {
    return module + ": " + problem.inWords() + (source.isEmpty() ? "" : " (from " + source + ")");
  }
}
