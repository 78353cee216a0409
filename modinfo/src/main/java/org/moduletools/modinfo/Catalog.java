package org.moduletools.modinfo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.moduletools.diagnosis.Cause;
import org.moduletools.diagnosis.UnknownModule;
import org.moduletools.index.ModuleDirectory;
import org.moduletools.index.ModulesDep;
import org.moduletools.module.KernelRelease;
import org.moduletools.module.ModuleName;
import org.moduletools.modulefile.ModuleDescription;
import org.moduletools.tree.ModuleTree;
import org.moduletools.tree.ResolvedModule;

/** The modules of a tree as modinfo shows them, without any configuration. */
final class Catalog {

  private final ModuleTree tree;
  private final Path directory;
  private final String directoryText;

  /**
   * The catalog of {@code tree}.
   *
   * @param directory the tree's folder
   * @param directoryText the folder in the user's spelling
   */
  Catalog(ModuleTree tree, Path directory, String directoryText) {
    this.tree = tree;
    this.directory = directory;
    this.directoryText = directoryText;
  }

  /** Returns the modules of {@code name}: a module, or all with a matching alias. */
  List<Subject> find(String name) throws IOException {
    return subjects(tree.resolve(name).stream().map(ResolvedModule::name).toList());
  }

  /** Returns the module {@code name}; an alias of a built-in module counts as its name. */
  List<Subject> findByName(String name) throws IOException {
    ModuleName module = new ModuleName(name);
    Optional<ModulesDep.Line> line = tree.line(module);
    return line.isPresent() ? List.of(inFile(module, line.get())) : subjects(tree.builtins(name));
  }

  private List<Subject> subjects(List<ModuleName> modules) throws IOException {
    List<Subject> subjects = new ArrayList<>();
    for (ModuleName module : modules) {
      subjects.add(subject(module));
    }
    return subjects;
  }

  /**
   * Returns the causes why {@code name} is unknown; {@code running} is the release of the kernel.
   */
  List<Cause> whyUnknown(String name, KernelRelease running) {
    return UnknownModule.causes(name, tree, directoryText, running);
  }

  /** Returns the subject; a module without a file is built in. */
  private Subject subject(ModuleName module) throws IOException {
    Optional<ModulesDep.Line> line = tree.line(module);
    return line.isPresent() ? inFile(module, line.get()) : new Subject.Builtin(module);
  }

  private Subject inFile(ModuleName module, ModulesDep.Line line) {
    return new Subject.InFile(
        module,
        ModuleDirectory.spelled(directoryText, line.path()),
        directory.resolve(line.path()));
  }

  /** Returns the description of a built-in module; empty if the kernel's build left none. */
  ModuleDescription description(Subject.Builtin builtin) throws IOException {
    return tree.description(builtin.name());
  }
}
