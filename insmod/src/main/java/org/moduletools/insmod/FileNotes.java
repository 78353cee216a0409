package org.moduletools.insmod;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.moduletools.cli.Notes;
import org.moduletools.cli.Severity;
import org.moduletools.diagnosis.FileKind;
import org.moduletools.diagnosis.LoadRefusal;
import org.moduletools.diagnosis.ParameterNote;
import org.moduletools.diagnosis.ParameterText;
import org.moduletools.kernel.KernelException;
import org.moduletools.module.ModuleName;

/**
 * insmod's notes on causes. There are none about standard input, since that can be read only once.
 *
 * @param file the module's file in the user's spelling
 * @param notes prints them
 */
record FileNotes(String file, Notes notes) {

  /** Names the {@code parameters} that the kernel will ignore. */
  void sayPassedOver(String parameters) {
    if (!parameters.isEmpty() && notes.messages().shows(Severity.NOTE)) {
      notes.say(() -> wrong(parameters, true));
    }
  }

  /** Prints why the kernel refused. */
  void sayWhy(KernelException refused, String parameters) {
    if (refused.call().equals("open") || refused.saysMore() || !isFile()) {
      return;
    }
    notes.sayOf(tree -> new LoadRefusal(module(), path(), wrong(parameters, false), refused.errno())
        .causes(tree, notes.host().kernel(), notes.host().root()));
  }

  /** Prints the kind of the file, if it is no module. */
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
    return ParameterNote.of(module(), path(), ParameterText.of(parameters)).stream()
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
