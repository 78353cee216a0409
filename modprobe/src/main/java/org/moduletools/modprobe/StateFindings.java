package org.moduletools.modprobe;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.moduletools.diagnosis.KernelStop;
import org.moduletools.kernel.Kernel;
import org.moduletools.kernel.ModuleState;
import org.moduletools.module.ModuleName;

/** The state of a module in the running kernel; nothing for an image. */
final class StateFindings {

  private final Path root;
  private final Kernel kernel;
  private final ModuleName module;
  private final boolean ofImage;
  private final ModuleState state;

  StateFindings(Invocation invocation, ModuleName module) {
    this.root = invocation.host().root();
    this.kernel = invocation.host().kernel();
    this.module = module;
    this.ofImage = invocation.options().isOfImage();
    this.state = kernel.state(module);
  }

  /** Returns the module. */
  ModuleName module() {
    return module;
  }

  /** Returns whether the module is loaded and at work. */
  boolean isLive() {
    return state == ModuleState.LIVE;
  }

  /** Returns whether the kernel has it, loaded or as a part. */
  boolean isInKernel() {
    return !ofImage && state.isInKernel();
  }

  /** Returns the words by which the kernel refuses the module, whatever its file holds. */
  Optional<String> refusal() {
    if (ofImage) {
      return Optional.empty();
    }
    Set<KernelStop> stops = KernelStop.find(module, root);
    if (stops.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        stops.contains(KernelStop.NO_MODULES)
            ? "Function not implemented"
            : "Operation not permitted");
  }

  /** Returns the findings. */
  List<Finding> find() {
    if (ofImage) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(stateFinding());
    List<String> values = values();
    if (!values.isEmpty()) {
      findings.add(Finding.fact(Topic.VALUES, String.join(" ", values)));
    }
    if (!state.isInKernel()) {
      for (KernelStop stop : KernelStop.find(module, root)) {
        findings.add(Finding.stop(Topic.KERNEL, stop.inWords()));
      }
    }
    return findings;
  }

  private Finding stateFinding() {
    return switch (state) {
      case LIVE -> Finding.fact(Topic.STATE, "loaded" + uses());
      case COMING -> Finding.odd(Topic.STATE, "on its way in: its init function runs");
      case GOING -> Finding.odd(Topic.STATE, "on its way out: its exit function runs");
      case BUILTIN -> Finding.fact(Topic.STATE, "a part of the kernel that runs");
      case ABSENT -> Finding.fact(Topic.STATE, "not loaded");
      case UNKNOWN -> Finding.odd(Topic.STATE, "the kernel does not tell whether it is loaded");
    };
  }

  private String uses() {
    OptionalInt references = kernel.references(module);
    List<ModuleName> holders = kernel.holders(module);
    StringBuilder text = new StringBuilder();
    if (references.isPresent()) {
      int count = references.getAsInt();
      text.append(
          count == 0 ? ", not in use" : ", in use " + count + (count == 1 ? " time" : " times"));
    }
    if (!holders.isEmpty()) {
      text.append(", by ")
          .append(String.join(", ", holders.stream().map(ModuleName::value).toList()));
    }
    return text + (isPermanent() ? "; it is permanent" : "");
  }

  private boolean isPermanent() {
    try {
      return kernel.loadedModules().stream()
          .anyMatch(row -> row.name().equals(module) && row.permanent());
    } catch (IOException notTold) {
      return false;
    }
  }

  /**
   * Returns the values of the parameters that the kernel shows, sorted; some are for root alone.
   */
  private List<String> values() {
    List<String> values = new ArrayList<>();
    Path folder = root.resolve("sys/module").resolve(module.value()).resolve("parameters");
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        values.add(entry.getFileName() + "=" + value(entry));
      }
    } catch (IOException | DirectoryIteratorException noParameters) {
      return List.of();
    }
    Collections.sort(values);
    return values;
  }

  private static String value(Path file) {
    try {
      return Files.readString(file, ISO_8859_1).strip();
    } catch (IOException secret) {
      return "?";
    }
  }
}
