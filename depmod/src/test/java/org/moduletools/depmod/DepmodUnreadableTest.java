package org.moduletools.depmod;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moduletools.cli.TestHost;
import org.moduletools.files.FileStatus;
import org.moduletools.files.RealFiles;
import org.moduletools.kernel.FakeMachine;
import org.moduletools.modulefile.ModuleBuilder;

/** What is there but cannot be read is never taken for what is not there. */
class DepmodUnreadableTest {

  private static final String MODULES = "/lib/modules/5.0";

  private final FileSystem fileSystem = Jimfs.newFileSystem(
      Configuration.unix().toBuilder().setAttributeViews("basic", "posix").build());
  private final FakeMachine machine = new FakeMachine();
  private final FailingLister lister = new FailingLister();
  private String err = "";

  @BeforeEach
  void makeTree() throws IOException {
    new ModuleBuilder().modinfo("license=GPL").writeTo(path("kernel/net/a.ko"));
    new ModuleBuilder().modinfo("license=GPL").writeTo(path("kernel/fs/b.ko"));
    for (String name : List.of("modules.order", "modules.builtin", "modules.builtin.modinfo")) {
      Files.createFile(path(name));
    }
    machine.asks(lister);
    assertThat(depmod()).isZero();
  }

  @AfterEach
  void close() throws IOException {
    fileSystem.close();
  }

  private Path path(String name) {
    return fileSystem.getPath(MODULES).resolve(name);
  }

  private int depmod(String... arguments) {
    TestHost host = new TestHost(fileSystem.getPath("/"), machine);
    String[] all = List.of(arguments).isEmpty() ? new String[] {"5.0"} : arguments;
    int status = host.run(new Depmod(), all);
    err = host.err();
    return status;
  }

  private List<String> listed() throws IOException {
    return Files.readAllLines(path("modules.dep"));
  }

  /**
   * Does not list one folder; does not tell of one file as often as the test says; deletes one as
   * soon as it has told of it.
   */
  private static final class FailingLister extends RealFiles {

    private String unlisted = "";
    private String failing = "";
    private String vanishing = "no such file";
    private int times;

    void fail(String path, int often) {
      failing = path;
      times = often;
    }

    private boolean fails(Path path) {
      return path.toString().equals(failing) && times-- > 0;
    }

    private static FileSystemException failure(Path path) {
      return new FileSystemException(path.toString(), null, "Input/output error");
    }

    @Override
    public List<Entry> list(Path directory) throws IOException {
      if (directory.toString().equals(unlisted)) {
        throw failure(directory);
      }
      List<Entry> entries = super.list(directory);
      Files.deleteIfExists(directory.resolve(vanishing));
      return entries.stream()
          .map(entry -> fails(directory.resolve(entry.name()))
              ? new Entry(entry.name(), Optional.empty())
              : entry)
          .toList();
    }

    @Override
    public FileStatus status(Path file) throws IOException {
      if (fails(file)) {
        throw failure(file);
      }
      return super.status(file);
    }

    @Override
    public boolean isLocal(Path file) {
      return false;
    }
  }

  @Test
  void goesOnWithoutAFolderButFails() throws IOException {
    lister.unlisted = MODULES + "/kernel/net";

    int status = depmod();

    assertThat(status).isOne();
    assertThat(err)
        .isEqualTo("depmod: ERROR: failed " + MODULES + "/kernel/net: Input/output error\n");
    assertThat(listed()).containsExactly("kernel/fs/b.ko:");
  }

  @Test
  void goesOnWithoutAFileButFails() throws IOException {
    lister.fail(MODULES + "/kernel/net/a.ko", 2);

    int status = depmod();

    assertThat(status).isOne();
    assertThat(err)
        .isEqualTo("depmod: ERROR: failed " + MODULES + "/kernel/net/a.ko: Input/output error\n");
    assertThat(listed()).containsExactly("kernel/fs/b.ko:");
  }

  @Test
  void keepsAModuleThatCannotBeReadButFails() throws IOException {
    lister.vanishing = "a.ko";

    int status = depmod();

    assertThat(status).isOne();
    assertThat(err)
        .isEqualTo("depmod: ERROR: failed to load symbols from " + MODULES
            + "/kernel/net/a.ko: No such file or directory\n");
    assertThat(listed()).containsExactlyInAnyOrder("kernel/net/a.ko:", "kernel/fs/b.ko:");
  }

  @Test
  void asksASecondTimeOfAFile() throws IOException {
    lister.fail(MODULES + "/kernel/net/a.ko", 1);

    int status = depmod();

    assertThat(status).isZero();
    assertThat(err).isEmpty();
    assertThat(listed()).hasSize(2);
  }

  @Test
  void isNotUpToDateIfAFolderCannotBeRead() {
    lister.unlisted = MODULES + "/kernel/net";

    assertThat(depmod("-A", "5.0")).isOne();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"modules.order", "modules.builtin", "modules.builtin.modinfo"})
  void writesNothingWithoutWhatTheKernelsBuildLeft(String name) throws IOException {
    Files.delete(path("kernel/net/a.ko"));
    Files.delete(path(name));
    Files.createDirectory(path(name)); // it is there, and no file

    int status = depmod();

    assertThat(status).isOne();
    assertThat(err).startsWith("depmod: FATAL: could not read " + MODULES + "/" + name + ": ");
    assertThat(listed()).hasSize(2);
  }

  @Test
  void doesNotMindFilesThatAnotherDepmodIsAboutToAdd() throws IOException {
    Files.createSymbolicLink(path("modules.new"), fileSystem.getPath(".depmod-now/modules.new"));
    Files.createSymbolicLink(path("dangling"), fileSystem.getPath("nowhere"));

    int status = depmod();

    assertThat(status).isZero();
    assertThat(err)
        .isEqualTo(
            "depmod: ERROR: could not stat " + MODULES + "/dangling: No such file or directory\n");
  }
}
