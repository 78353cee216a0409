package org.moduletools.diagnosis;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.nio.file.Path;
import java.util.List;
import org.moduletools.files.MadeFiles;
import org.moduletools.kernel.FakeKernel;
import org.moduletools.modulefile.ModuleBuilder;
import org.moduletools.tree.ModuleTree;

/** A machine in memory: files, a kernel of release 6.1.0-21-amd64, and a tree of its modules. */
final class DiagnosedMachine {

  static final String FOLDER = "/lib/modules/6.1.0-21-amd64";
  static final String VERMAGIC = "6.1.0-21-amd64 SMP preempt mod_unload modversions ";

  final Path root = Jimfs.newFileSystem(Configuration.unix()).getPath("/");
  final FakeKernel kernel = new FakeKernel();

  /** Writes a file with its folders. */
  DiagnosedMachine file(String path, String content) {
    new MadeFiles(root).file(path, content);
    return this;
  }

  /** Makes the link {@code path}. */
  DiagnosedMachine link(String path, String target) {
    new MadeFiles(root).link(path, target);
    return this;
  }

  /** Writes a module's file, relative to the tree's folder, or absolute. */
  Path module(String path, ModuleBuilder module) {
    return module.writeTo(root.resolve(FOLDER).resolve(path));
  }

  /** Returns the tree as it is now. */
  ModuleTree tree() {
    return ModuleTree.open(root.resolve(FOLDER));
  }

  /** Returns the lines that a program prints of {@code causes}. */
  static List<String> words(List<? extends Cause> causes) {
    return causes.stream().map(Cause::inWords).toList();
  }
}
