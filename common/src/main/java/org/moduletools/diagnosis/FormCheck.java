package org.moduletools.diagnosis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.moduletools.modulefile.ModuleForm;
import org.moduletools.tree.ModuleTree;

/**
 * Whether a module is for the machine of the others that the kernel's build made.
 *
 * @param tree the modules of that kernel
 */
public record FormCheck(ModuleTree tree) {

  /** How many others are asked. */
  private static final int ASKED = 5;

  /**
   * Returns why the kernel refuses the module in {@code file}, if it does for its form.
   *
   * @throws IOException if the file is damaged, or no module
   */
  public Optional<String> refusal(Path file) throws IOException {
    ModuleForm form = ModuleForm.read(file);
    if (!form.isRelocatable()) {
      return Optional.of("it is no relocatable ELF file, as modules are");
    }
    Set<ModuleForm> others = others(file);
    return others.size() == 1 && !others.contains(form)
        ? Optional.of("it is for " + form + "; other modules of this kernel are for "
            + others.iterator().next())
        : Optional.empty();
  }

  /** If they differ among themselves nothing is known. */
  private Set<ModuleForm> others(Path file) {
    Set<ModuleForm> forms = new HashSet<>();
    for (Path other : otherFiles(file)) {
      try {
        ModuleForm form = ModuleForm.read(other);
        if (form.isRelocatable()) {
          forms.add(form);
        }
      } catch (IOException damaged) {
        // The next one may serve.
      }
    }
    return forms;
  }

  private List<Path> otherFiles(Path file) {
    try {
      return OwnModules.some(tree, ASKED, other -> !other.equals(file));
    } catch (IOException damaged) {
      return List.of();
    }
  }
}
