package org.moduletools.modindex;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moduletools.cli.StandardOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command line of modindex. */
@Command(
    name = "modindex",
    sortOptions = false,
    description = "Makes an index, such as modules.alias.bin, or looks into one.",
    customSynopsis = {"modindex -o INDEX", "       modindex -d|-s KEY|-w NAME INDEX"})
final class ModindexOptions {

  @Option(
      names = {"-o", "--output"},
      paramLabel = "INDEX",
      description = "Make INDEX of the lines \"KEY VALUE\" on standard input, of which the earlier"
          + " count before the later.")
  @Nullable String output;

  @Option(
      names = {"-d", "--dump"},
      description = "Print all of INDEX as such lines, sorted by key.")
  boolean dump;

  @Option(
      names = {"-s", "--search"},
      paramLabel = "KEY",
      description = "Print the value of KEY, the first if there are several.")
  @Nullable String search;

  @Option(
      names = {"-w", "--searchwild"},
      paramLabel = "NAME",
      description = "Print the values of all keys that are patterns for NAME.")
  @Nullable String searchWild;

  @Mixin
  StandardOptions standard = new StandardOptions();

  /** Returns whether exactly one action, and an index, was given. */
  boolean isComplete() {
    long deeds = Stream.of(output != null, dump, search != null, searchWild != null)
        .filter(isAsked -> isAsked)
        .count();
    return deeds == 1 && standard.operands().size() == (output == null ? 1 : 0);
  }
}
