package org.moduletools.diagnosis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.moduletools.kernel.Errno;
import org.moduletools.kernel.Kernel;
import org.moduletools.kernel.ModuleState;
import org.moduletools.module.ModuleName;
import org.moduletools.modulefile.Modinfo;
import org.moduletools.modulefile.ModuleFile;
import org.moduletools.modulefile.SignatureForm;
import org.moduletools.tree.ModuleTree;

/**
 * A module that the kernel would not load.
 *
 * @param module its name
 * @param file its file
 * @param badParameters those of its parameters for which the kernel refuses it
 * @param errno the kernel's reason
 */
public record LoadRefusal(
    ModuleName module, Path file, List<ParameterNote> badParameters, Errno errno) {

  /** The number of symbols of a kind that are named. */
  private static final int TOLD = 3;

  /** Copies {@code badParameters}. */
  public LoadRefusal {
    badParameters = List.copyOf(badParameters);
  }

  /**
   * Returns the causes, as far as they can be found.
   *
   * @param tree the modules of the release that runs
   * @param root the folder that holds proc and sys
   */
  public List<Cause> causes(ModuleTree tree, Kernel kernel, Path root) {
    try {
      List<Cause> causes = byErrno(tree, kernel, root);
      return causes.isEmpty() ? KernelLog.causes(module, kernel) : causes;
    } catch (IOException damaged) {
      return ofOtherFile();
    }
  }

  private List<Cause> byErrno(ModuleTree tree, Kernel kernel, Path root) throws IOException {
    return switch (errno) {
      case ENOSYS -> new ArrayList<>(KernelStop.ofAll(root));
      case EPERM -> permission(root);
      case EKEYREJECTED, ENOKEY, EKEYEXPIRED, EKEYREVOKED, ENOPKG, EBADMSG -> signature(root);
      case ENOEXEC -> format(tree, kernel);
      case ENOENT -> new UnknownSymbols(ownName(), file).causes(tree, kernel, root);
      case EINVAL, ERANGE, ESRCH -> invalid(tree);
      case ENOSPC -> badParameters.isEmpty() ? init(kernel) : new ArrayList<>(badParameters);
      case EEXIST -> existing(kernel);
      default -> init(kernel);
    };
  }

  private List<Cause> permission(Path root) throws IOException {
    List<Cause> causes = new ArrayList<>();
    Privilege privilege = Privilege.read(root);
    if (privilege != Privilege.GIVEN) {
      causes.add(privilege);
    }
    causes.addAll(KernelStop.find(module, root));
    if (causes.isEmpty() && SignatureDemand.read(root).isMade()) {
      return signature(root);
    }
    return causes;
  }

  private List<Cause> signature(Path root) throws IOException {
    List<Cause> causes = new ArrayList<>();
    FileSignature signature = FileSignature.read(file);
    SignatureDemand demand = SignatureDemand.read(root);
    if (demand.isMade() && signature.form() != SignatureForm.DAMAGED) {
      causes.add(demand);
    }
    String advice = switch (signature.form()) {
      case PKCS7 -> ": this kernel has no such key, or the file was changed after it was signed";
      case DAMAGED -> ", which every kernel refuses; copy or build the file anew";
      case NONE, OUTDATED ->
        "; sign it with a key of this kernel (scripts/sign-file of its source)";
    };
    causes.add(() -> file + ": " + signature.inWords() + advice);
    return causes;
  }

  private List<Cause> format(ModuleTree tree, Kernel kernel) throws IOException {
    Modinfo modinfo;
    try {
      modinfo = ModuleFile.readModinfo(file);
    } catch (IOException noModule) {
      return ofOtherFile();
    }
    Optional<String> foreignForm = new FormCheck(tree).refusal(file);
    if (foreignForm.isPresent()) {
      return List.of(foreignForm::get);
    }
    List<Cause> causes = new ArrayList<>();
    boolean hasVersions = SymbolVersions.areIn(file);
    KernelVermagic wanted = KernelVermagic.of(kernel.release(), tree);
    for (String vermagic : modinfo.values("vermagic")) {
      VermagicDifference.between(vermagic, wanted, hasVersions).ifPresent(causes::add);
    }
    return causes.isEmpty() ? conflicts(tree) : causes;
  }

  private List<Cause> conflicts(ModuleTree tree) throws IOException {
    if (!SymbolVersions.areIn(file)) {
      return List.of();
    }
    List<VersionConflict> conflicts = SymbolVersions.conflicts(file, tree);
    return new ArrayList<>(conflicts.subList(0, Math.min(TOLD, conflicts.size())));
  }

  private List<Cause> invalid(ModuleTree tree) throws IOException {
    List<Cause> causes = new ArrayList<>(badParameters);
    causes.addAll(conflicts(tree));
    return causes;
  }

  private List<Cause> existing(Kernel kernel) {
    ModuleName own = ownName();
    return kernel.state(own) == ModuleState.LIVE
        ? List.of(() -> "module " + own + " is loaded already; rmmod " + own + " removes it")
        : init(kernel);
  }

  /** Returns the name that the file states, which the kernel goes by; else the module's. */
  public ModuleName ownName() {
    return nameIn(file).orElse(module);
  }

  /** Returns the name that {@code file} states; nothing if it states none or cannot be read. */
  public static Optional<ModuleName> nameIn(Path file) {
    try {
      return ModuleFile.readModinfo(file).values("name").stream().findFirst().map(ModuleName::new);
    } catch (IOException damaged) {
      return Optional.empty();
    }
  }

  private List<Cause> init(Kernel kernel) {
    List<Cause> causes = new ArrayList<>(List.of(new InitFailure(errno)));
    causes.addAll(KernelLog.causes(module, kernel));
    return causes;
  }

  private List<Cause> ofOtherFile() {
    FileKind kind = FileKind.of(file);
    return kind == FileKind.MODULE ? List.of() : List.of(() -> file + " is " + kind.refused());
  }
}
