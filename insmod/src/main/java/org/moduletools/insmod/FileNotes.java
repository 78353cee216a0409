package org.moduletools.insmod;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.moduletools.cli.Notes;
import org.moduletools.cli.Severity;
import org.moduletools.diagnosis.FileKind;
import org.moduletools.diagnosis.LoadRefusal;
import org.moduletools.diagnosis.ParameterNote;
import org.moduletools.kernel.KernelException;
import org.moduletools.module.ModuleName;

/**
 * What insmod says of causes. Of standard input it says nothing, since that can be read only once.
 *
 * @param file the module's file as the user spelled it
 * @param notes say it
 */
record FileNotes(String file, Notes notes) {

  /** Says which of {@code parameters} the kernel will pass over. */
  void sayPassedOver(String parameters) {
    if (!parameters.isEmpty() && notes.messages().shows(Severity.NOTE)) {
      notes.say(() -> wrong(parameters, true));
    }
  }

  /** Says why the kernel refused. */
  void sayWhy(KernelException refused, String parameters) {
    if (refused.call().equals("open") || refused.saysMore() || !isFile()) {
      return;
    }
    notes.sayOf(tree -> new LoadRefusal(module(), path(), wrong(parameters, false), refused.errno())
        .causes(tree, notes.host().kernel(), notes.host().root()));
  }

  /** Says what the file is, if it is no module. */
  void sayKind() {
    notes.say(() -> {
      FileKind kind = isFile() ? FileKind.of(path()) : FileKind.MODULE;
      return kind == FileKind.MODULE ? List.of() : List.of(() -> file + " is " + kind.refused());
    });
  }

  private List<ParameterNote> wrong(String parameters, boolean isPassedOver) {
    if (parameters.isEmpty() || !isFile()) {
      return List.of();
    }
    return ParameterNote.of(module(), path(), List.of(Map.entry("", parameters))).stream()
        .filter(note -> note.problem().isPassedOver() == isPassedOver)
        .toList();
  }

  private boolean isFile() {
    return !file.equals(Insmod.STANDARD_INPUT) && Files.exists(path());
  }

  private ModuleName module() {
    return ModuleName.ofPath(file);
  }

  private Path path() {
    return notes.host().path(file);
  }
}
