package org.moduletools.insmod;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.moduletools.cli.Host;
import org.moduletools.cli.LockMessages;
import org.moduletools.cli.Messages;
import org.moduletools.cli.Notes;
import org.moduletools.cli.Options;
import org.moduletools.cli.Program;
import org.moduletools.cli.Severity;
import org.moduletools.files.IoReason;
import org.moduletools.kernel.KernelException;
import org.moduletools.kernel.LockMode;
import org.moduletools.kernel.LockTimeoutException;
import org.moduletools.loading.ChainLock;
import org.moduletools.loading.FileInserter;
import org.moduletools.loading.Parameters;
import org.moduletools.modulefile.ModuleImage;

/** The program insmod. */
public final class Insmod implements Program {

  private final Options<InsmodOptions> commandLine =
      new Options<>("insmod", new InsmodOptions(), options -> options.standard);

  /** The operand for standard input (module-init-tools 3.16, insmod.c: grab_file). */
  static final String STANDARD_INPUT = "-";

  /** Longer input is no module. */
  private static final int MAX_INPUT_BYTES = 512 << 20;

  @Override
  public String name() {
    return "insmod";
  }

  @Override
  public int run(List<String> arguments, Host host) {
    OptionalInt ended = commandLine.read(arguments, host);
    if (ended.isPresent()) {
      return ended.getAsInt();
    }
    InsmodOptions options = commandLine.values();
    Severity threshold = Severity.threshold(Severity.WARNING, options.verbose.length);
    Messages messages = Messages.of(name(), host, options.syslog, threshold);
    if (options.standard.operands().isEmpty()) {
      messages.error("missing filename.");
      return 1;
    }
    return insert(options, host, messages);
  }

  private static int insert(InsmodOptions options, Host host, Messages messages) {
    String file = options.standard.operands().get(0);
    String parameters = Parameters.join(
        options.standard.operands().subList(1, options.standard.operands().size()));
    FileInserter inserter = new FileInserter(host.kernel(), options.demands(), messages::warning);
    LockMessages listener = new LockMessages(messages);
    FileNotes notes = new FileNotes(file, new Notes(host, messages));
    try (ChainLock lock = new ChainLock(
        host.kernel(), LockMode.SHARED, options.lock.timeout(host, messages), listener)) {
      if (file.equals(STANDARD_INPUT)) {
        ModuleImage image = ModuleImage.of(host.in().readNBytes(MAX_INPUT_BYTES));
        lock.take();
        inserter.insert("standard input", image, parameters);
        return 0;
      }
      Optional<String> missing =
          file.isEmpty() ? Optional.of("No such file or directory") : host.missing(file);
      if (missing.isPresent()) {
        messages.error("could not load module " + file + ": " + missing.get());
        return 1;
      }
      notes.sayPassedOver(parameters);
      lock.take();
      inserter.insert(host.path(file), parameters);
      return 0;
    } catch (KernelException refused) {
      messages.error("could not insert module " + file + ": " + reason(refused));
      notes.sayWhy(refused, parameters);
    } catch (IOException unreadable) {
      messages.error("could not insert module " + file + ": " + IoReason.of(unreadable));
      notes.sayKind();
    } catch (LockTimeoutException locked) {
      messages.error("could not insert module " + file + ": " + locked.getMessage());
    }
    return 1;
  }

  /** Returns the reason in insmod's words (kmod 34, tools/insmod.c: mod_strerror). */
  private static String reason(KernelException refused) {
    return switch (refused.errno()) {
      case ENOEXEC -> "Invalid module format";
      case ENOENT -> "Unknown symbol in module";
      case ESRCH -> "Module has wrong symbol version";
      case EINVAL -> "Invalid parameters";
      default -> String.valueOf(refused.getMessage());
    };
  }
}
