package org.moduletools.dist;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysFalse;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What touches the world, and at which place alone. */
class SideEffectsTest {

  private static final JavaClasses PRODUCT = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .withImportOption(location -> !location.contains("-tests.jar"))
      .withImportOption(location -> !location.contains("LeftOut")) // it is for the builder alone
      .importPackages("org.moduletools");

  private static final DescribedPredicate<JavaClass> NOBODY = alwaysFalse();
  private static final DescribedPredicate<JavaClass> MAIN = simpleNameEndingWith("Main");
  private static final DescribedPredicate<JavaClass> PROCESS_HOST = simpleName("ProcessHost");
  private static final DescribedPredicate<JavaClass> LINUX =
      resideInAPackage("org.moduletools.linux");

  /** Sees to it that {@code user} alone uses the members of a type that are named so. */
  private static void only(DescribedPredicate<JavaClass> user, Class<?> type, String names) {
    noClasses()
        .that(not(user))
        .should()
        .accessTargetWhere(targetOwner(belongToAnyOf(type)).and(target(nameMatching(names))))
        .check(PRODUCT);
  }

  @Test
  void onlyMainEndsTheProcess() {
    only(MAIN, System.class, "exit");
    only(MAIN, Runtime.class, "exit|halt");
  }

  @Test
  void onlyTheProcessHostKnowsTheRealStreamsAndTheEnvironment() {
    only(PROCESS_HOST, System.class, "in|out|err|console|getenv");
  }

  @Test
  void onlyTheRoomLinuxAndWhatPrintsTheVersionKnowSystemProperties() {
    only(LINUX.or(simpleName("Version")), System.class, "(get|set|clear)Propert.*|lineSeparator");
  }

  @Test
  void onlyTheRoomLinuxHasNativeMethodsAndStartsPrograms() {
    methods()
        .that()
        .areDeclaredInClassesThat(not(LINUX))
        .should()
        .notHaveModifier(JavaModifier.NATIVE)
        .check(PRODUCT);
    only(LINUX, System.class, "load.*");
    only(LINUX, Runtime.class, "load.*|exec");
    only(LINUX, ProcessBuilder.class, ".*");
  }

  /** The others derive their files' names from a path that they are given, of any file system. */
  @Test
  void onlyMainBeginsAPath() {
    DescribedPredicate<JavaClass> users = MAIN.or(PROCESS_HOST).or(LINUX);
    only(users, Path.class, "of");
    only(users, Paths.class, "get");
    only(users, FileSystems.class, ".*");
  }

  /** So a test can give any class a file system of its own. */
  @Test
  void nobodyAsksForWhatOnlyTheRealFileSystemHas() {
    only(NOBODY, Path.class, "toFile");
    only(NOBODY, FileChannel.class, "map");
    only(NOBODY, File.class, ".*");
    only(NOBODY, FileInputStream.class, ".*");
    only(NOBODY, FileReader.class, ".*");
    only(NOBODY, FileWriter.class, ".*");
    only(NOBODY, RandomAccessFile.class, ".*");
  }

  @Test
  void onlyTheseWriteFiles() {
    DescribedPredicate<JavaClass> writers = simpleName("AtomicFile")
        .or(simpleName("CacheFolder"))
        .or(simpleName("OutputDirectory"))
        .or(simpleName("OutputLock"))
        .or(simpleName("OutputSwitch"))
        .or(simpleName("NameChanges"))
        .or(simpleName("WholeFile"))
        .or(LINUX);
    only(writers, Files.class, "(write|create|move|copy|delete|set|newOutput|newBufferedW).*");
    only(writers, StandardOpenOption.class, "WRITE|APPEND");
  }

  /** The others are told the time; the lister says how old what it has seen is. */
  @Test
  void onlyTheseLookAtTheClock() {
    DescribedPredicate<JavaClass> users = simpleName("SystemTime").or(simpleName("PathLister"));
    only(users, System.class, "nanoTime|currentTimeMillis");
    only(users, Instant.class, "now");
    only(users, Clock.class, "system.*");
    only(users, Thread.class, "sleep");
  }

  @Test
  void nothingStaticChanges() {
    fields().that().areStatic().should().beFinal().check(PRODUCT);
  }

  @Test
  void exceptionsAreOfAKindThatTellsThemApart() {
    GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.check(PRODUCT);
  }

  @Test
  void nothingIsNamedForItsUseAtLarge() {
    noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager|Impl)").check(PRODUCT);
  }

  /** NullAway looks only into packages that are marked. */
  @Test
  void everyPackageIsMarkedAsFreeOfNull() {
    assertThat(PRODUCT)
        .extracting(JavaClass::getPackage)
        .allMatch(room -> room.isAnnotatedWith(NullMarked.class));
  }
}
