package org.moduletools.modprobe;

import java.util.ArrayList;
import java.util.List;
import org.moduletools.config.ConfigSource;
import org.moduletools.module.ModuleName;

/**
 * What would become of a module that is loaded along with another, as a need or a softdep.
 *
 * @param outcome what would be done about it
 * @param answer the words by which the kernel would refuse it; empty unless it would
 * @param reasons what keeps it out, or is run in its place
 * @param doubts what may keep it out
 */
record Fate(Outcome outcome, String answer, List<Reason> reasons, List<Reason> doubts) {

  /** That of a module that is there already. */
  static final Fate THERE = new Fate(Outcome.LOADED, "", List.of(), List.of());

  /** That of a module with nothing against it. */
  static final Fate GOOD = new Fate(Outcome.LOAD, "", List.of(), List.of());

  /** Copies the lists. */
  Fate {
    reasons = List.copyOf(reasons);
    doubts = List.copyOf(doubts);
  }

  static Fate of(Outcome outcome, Reason reason) {
    return new Fate(outcome, "", List.of(reason), List.of());
  }

  /**
   * One thing that keeps a module out.
   *
   * @param file the file that is at fault; empty if none is
   * @param text what is wrong, in words
   * @param source the line that says so, or {@link Finding#NOWHERE}
   */
  record Reason(String file, String text, ConfigSource source) {

    static Reason of(Finding finding) {
      return new Reason("", finding.text(), finding.source());
    }
  }

  /** Returns whether the module is not there in the end. */
  boolean isBad() {
    return !outcome.isGood();
  }

  /** Returns {@code reason}, one of the reasons, without the name of the module. */
  String inWords(Reason reason) {
    if (outcome == Outcome.DEAD_COMMAND) {
      return "its install command loads nothing: " + reason.text();
    }
    return reason.file().isEmpty() ? reason.text() : reason.file() + ": " + reason.text();
  }

  /** Returns the fate of a module that needs {@code need}, which has this fate. */
  Fate ofUserOf(ModuleName need) {
    List<Reason> itsUsers = new ArrayList<>();
    for (Reason reason : reasons) {
      String words = need + ", which it needs: " + inWords(reason);
      itsUsers.add(new Reason("", words, reason.source()));
    }
    return new Fate(Outcome.REFUSED, InsertException.UNKNOWN_SYMBOL, itsUsers, List.of());
  }
}
