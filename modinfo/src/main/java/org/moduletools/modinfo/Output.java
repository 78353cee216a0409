package org.moduletools.modinfo;

import java.util.List;
import org.moduletools.modulefile.ModuleDescription;

/** A form in which modules are shown, one after the other. */
interface Output {

  /** How much of a module must be read. */
  enum Need {
    NOTHING,
    STRINGS,
    ALL
  }

  /** Returns how much of each module this form shows. */
  Need need();

  /** Returns the keys of the strings that this form shows; none means all. */
  List<String> keys();

  /** Shows a module; of {@code description} only what is needed counts. */
  void show(Subject subject, ModuleDescription description);

  /** Shows of a module that cannot be read what is known without that. */
  void showUnread(Subject subject);

  /** Ends the output. */
  void finish();
}
