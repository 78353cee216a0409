package org.moduletools.modprobe;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.moduletools.config.ConfigEntry;
import org.moduletools.config.ModprobeConfig;
import org.moduletools.diagnosis.ParameterNote;
import org.moduletools.diagnosis.ParameterText;
import org.moduletools.tree.ResolvedModule;

/**
 * The parameters with which a module is loaded.
 *
 * @param module the module, and how it was reached
 * @param given those beside the configuration's
 * @param config has the others
 */
record HandedParameters(ResolvedModule module, GivenParameters given, ModprobeConfig config) {

  /** Returns all of them as the kernel takes them. */
  String text() {
    String configured = config.optionsOf(module.name(), alias());
    return configured.isEmpty() ? given.text() : configured + " " + given.text();
  }

  private String alias() {
    return module.reachedBy().orElse(module.name().value());
  }

  /** Returns those that the module in {@code file} does not take as they are meant. */
  List<ParameterNote> notes(Path file) {
    List<ParameterText.Part> parts = new ArrayList<>();
    for (ConfigEntry line : config.optionLines(module.name(), alias())) {
      parts.add(new ParameterText.Part(line.text(), line.source().toString()));
    }
    parts.add(new ParameterText.Part(given.text(), given.source()));
    return ParameterNote.of(module.name(), file, new ParameterText(parts));
  }
}
