package org.moduletools.modinfo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.moduletools.cli.Host;
import org.moduletools.cli.Messages;
import org.moduletools.cli.Notes;
import org.moduletools.diagnosis.Cause;
import org.moduletools.diagnosis.FileKind;
import org.moduletools.module.Alias;
import org.moduletools.module.ModuleName;
import org.moduletools.module.ModuleSuffix;

/**
 * One run of modinfo, once its command line is understood. It goes on after a module that is not
 * found or cannot be read; the exit status remembers it.
 */
final class ModinfoRun {

  /** The number of modules first read together: enough for all cores. */
  private static final int FIRST_BATCH = 64;

  /**
   * The greatest number of modules read together, which are few enough to be kept in memory. Each
   * batch starts threads, and a new thread takes memory of its own.
   */
  private static final int LARGEST_BATCH = 1024;

  private final ModinfoOptions options;
  private final Host host;
  private final Catalog catalog;
  private final Messages messages;
  private final Output output;
  private final DescriptionReader reader;
  private final List<Subject> batch = new ArrayList<>();
  private int batchSize = FIRST_BATCH;
  private int status;

  /** Finds modules in {@code catalog}. */
  ModinfoRun(ModinfoOptions options, Host host, Catalog catalog, Messages messages) {
    this.options = options;
    this.host = host;
    this.catalog = catalog;
    this.messages = messages;
    this.output = output();
    this.reader = new DescriptionReader(output, catalog, host.machine());
  }

  private Output output() {
    if (options.json) {
      return options.field == null
          ? JsonFields.all(host, messages::error)
          : JsonFields.one(options.field, host, messages::error);
    }
    return options.field == null
        ? new AllFields(host.out(), options.separator(), messages::error)
        : new OneField(options.field, host.out(), options.separator(), messages::error);
  }

  /** Shows the modules of the operands and returns the exit status. */
  int act() {
    for (String operand : options.standard.operands()) {
      try {
        List<Subject> subjects = subjects(operand);
        batch.addAll(subjects);
        if (subjects.isEmpty()) {
          fail(kindOf(operand) + " " + operand + " not found.");
          new Notes(host, messages).say(() -> whyNotFound(operand));
        }
      } catch (IOException unreadable) {
        fail(unreadable.getMessage() + "; run depmod");
      } catch (InvalidPathException unnameable) {
        fail("not a file name in this locale: " + unnameable.getInput());
      }
      if (batch.size() >= batchSize) {
        showBatch();
        batchSize = Math.min(2 * batchSize, LARGEST_BATCH);
      }
    }
    showBatch();
    output.finish();
    return status;
  }

  /** Reports {@code problem}, after the output of earlier modules. */
  private void fail(String problem) {
    showBatch();
    messages.error(problem);
    status = 1;
  }

  private List<Subject> subjects(String operand) throws IOException {
    if (options.modname) {
      return catalog.findByName(operand);
    }
    Path file = host.path(operand);
    if (ModuleSuffix.isOn(operand) && Files.isRegularFile(file)) {
      String fileName = operand.startsWith("/") ? operand : host.workingDirectory() + "/" + operand;
      return List.of(new Subject.InFile(ModuleName.ofPath(operand), fileName, file));
    }
    String alias = Alias.normalize(operand).orElse("");
    return alias.isEmpty() ? List.of() : catalog.find(alias);
  }

  private static List<Cause> whyUnread(Subject subject) {
    if (!(subject instanceof Subject.InFile module)) {
      return List.of();
    }
    FileKind kind = FileKind.of(module.file());
    return kind == FileKind.MODULE || !Files.exists(module.file())
        ? List.of()
        : List.of(() -> module.fileName() + " is " + kind);
  }

  private List<Cause> whyNotFound(String operand) {
    Path file = host.path(operand);
    if (!options.modname && operand.indexOf('/') >= 0 && Files.exists(file)) {
      FileKind kind = FileKind.of(file);
      String advice = kind == FileKind.MODULE
          ? "; give it a name that ends in .ko, .ko.gz, .ko.xz or .ko.zst"
          : "; modinfo takes files whose names end in .ko, .ko.gz, .ko.xz or .ko.zst";
      return List.of(() -> operand + " is " + kind + advice);
    }
    if (!options.modname && isPath(operand)) {
      return host.missing(operand)
          .filter(reason -> !reason.equals("No such file or directory")) // which is said already
          .<List<Cause>>map(reason -> List.of(() -> operand + ": " + reason))
          .orElse(List.of());
    }
    return catalog.whyUnknown(operand, new Notes(host, messages).running());
  }

  /** Returns whether {@code operand} can only be a file. */
  private static boolean isPath(String operand) {
    return operand.startsWith("/") || operand.startsWith("./") || operand.startsWith("../");
  }

  /** Returns kmod's term for the missing thing. */
  private String kindOf(String operand) {
    if (options.modname) {
      return "Module name";
    }
    return Alias.normalize(operand).isPresent() ? "Module" : "Module alias";
  }

  private void showBatch() {
    for (DescriptionReader.Reading reading : reader.read(batch)) {
      if (reading.problem().isEmpty()) {
        output.show(reading.subject(), reading.description());
        if (options.verbose && options.field != null) {
          MissingField missing = new MissingField(options.field, reading.subject());
          new Notes(host, messages).say(() -> missing.causes(reading.description()));
        }
      } else {
        output.showUnread(reading.subject());
        messages.error(
            "could not get modinfo from '" + reading.subject().name() + "': " + reading.problem());
        new Notes(host, messages).say(() -> whyUnread(reading.subject()));
        status = 1;
      }
    }
    batch.clear();
  }
}
