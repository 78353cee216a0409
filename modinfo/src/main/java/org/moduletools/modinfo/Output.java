package org.moduletools.modinfo;

import java.util.List;
import org.moduletools.modulefile.ModuleDescription;

/** A form in which modules are shown, one after the other. */
interface Output {

  /** The part of a module to read. */
  enum Need {
    NOTHING,
    STRINGS,
    ALL
  }

  /** Returns the part of each module that this form shows. */
  Need need();

  /** Returns the keys of the strings that this form shows; none means all. */
  List<String> keys();

  /** Shows a module; only the needed part of {@code description} counts. */
  void show(Subject subject, ModuleDescription description);

  /** Shows an unreadable module, as far as it is known without reading. */
  void showUnread(Subject subject);

  /** Ends the output. */
  void finish();
}
