package org.moduletools.depmod;

import java.util.ArrayList;
import java.util.List;
import org.moduletools.cli.FatalException;
import org.moduletools.cli.Messages;
import org.moduletools.cli.Severity;

/**
 * What is wrong with one output file, kept until it is that file's turn to speak: the files are
 * rendered at the same time.
 */
final class Complaints {

  private record Complaint(Severity severity, String text) {}

  private final List<Complaint> complaints = new ArrayList<>();

  void error(String text) {
    complaints.add(new Complaint(Severity.ERROR, text));
  }

  void warning(String text) {
    complaints.add(new Complaint(Severity.WARNING, text));
  }

  /** There will be no such file. */
  void fatal(String text) {
    complaints.add(new Complaint(Severity.FATAL, text));
  }

  /**
   * Tells the user all of them.
   *
   * @throws FatalException at the first fatal one
   */
  void sayTo(Messages messages) {
    for (Complaint complaint : complaints) {
      if (complaint.severity() == Severity.FATAL) {
        throw new FatalException(complaint.text());
      }
      messages.say(complaint.severity(), complaint.text());
    }
  }
}
