package org.moduletools.modinfo;

import org.jspecify.annotations.Nullable;
import org.moduletools.cli.StandardOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The command line of modinfo. Java has methods in no certain order, so those that are options say
 * which they have in the help: after the fields, which keep theirs.
 */
@Command(
    name = "modinfo",
    sortOptions = false,
    description = "Prints information about modules.",
    customSynopsis = "modinfo [OPTION]... MODULE|FILE...")
final class ModinfoOptions {

  /** The field to print alone; the last option counts. */
  @Nullable String field;

  @Option(
      names = {"-F", "--field"},
      order = 1,
      paramLabel = "FIELD",
      description = "Print only the values of this field.")
  void field(String name) {
    field = name;
  }

  @Option(
      names = {"-a", "--author"},
      order = 2,
      description = "Print only the authors.")
  void author(boolean chosen) {
    choose("author", chosen);
  }

  @Option(
      names = {"-d", "--description"},
      order = 3,
      description = "Print only the description.")
  void description(boolean chosen) {
    choose("description", chosen);
  }

  @Option(
      names = {"-l", "--license"},
      order = 4,
      description = "Print only the licence.")
  void license(boolean chosen) {
    choose("license", chosen);
  }

  @Option(
      names = {"-p", "--parameters"},
      order = 5,
      description = "Print only the parameters.")
  void parameters(boolean chosen) {
    choose(Fields.PARAMETER, chosen);
  }

  @Option(
      names = {"-n", "--filename"},
      order = 6,
      description = "Print only the name of the file.")
  void filename(boolean chosen) {
    choose(Fields.FILE_NAME, chosen);
  }

  /**
   * Clears the field before a command line is read: picocli does not, since the options above have
   * no values.
   */
  void forgetField() {
    field = null;
  }

  private void choose(String name, boolean chosen) {
    field = chosen ? name : field;
  }

  @Option(
      names = {"-0", "--null"},
      description = "End each value by NUL instead of a line end.")
  boolean nul;

  @Option(names = "--json", description = "Print JSON: all fields, or the one that is named.")
  boolean json;

  @Option(
      names = {"-m", "--modname"},
      description = "Take the operands as names of modules, not of aliases or files.")
  boolean modname;

  @Option(
      names = {"-k", "--set-version"},
      paramLabel = "VERSION",
      description = "Look for the modules of this kernel release instead of the running one.")
  @Nullable String setVersion;

  @Option(
      names = {"-b", "--basedir"},
      paramLabel = "DIR",
      description = "Look for modules in DIR/lib/modules.")
  @Nullable String baseDirectory;

  @Option(
      names = "--root",
      paramLabel = "DIR",
      description = "Look for the modules of the system below DIR.")
  @Nullable String root;

  /** No long form: {@code --ver} is kmod's shortest {@code --version}. */
  @Option(names = "-v", description = "Say which fields are like one that no module has.")
  boolean verbose;

  @Mixin
  StandardOptions standard = new StandardOptions();

  /** Returns the end of each value. */
  char separator() {
    return nul ? '\0' : '\n';
  }
}
