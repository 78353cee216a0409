package org.moduletools.dist;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which room may use which. */
class LayersTest {

  private static final String BASE = "org.moduletools.";

  private static final JavaClasses PRODUCT = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .withImportOption(location -> !location.contains("-tests.jar"))
      .importPackages("org.moduletools");

  /** A room, and the rooms that it may use; the programs may use all but {@code linux}. */
  static Stream<Arguments> rooms() {
    return Stream.of(
        Arguments.of("module", List.of()),
        Arguments.of("pattern", List.of()),
        Arguments.of("files", List.of()),
        Arguments.of("elf", List.of("files")),
        Arguments.of("codec", List.of()),
        Arguments.of("work", List.of()),
        Arguments.of("devicetable", List.of("elf", "pattern")),
        Arguments.of("index", List.of("files", "module", "pattern")),
        Arguments.of("config", List.of("files", "module", "pattern")),
        Arguments.of("kernel", List.of("files", "module")),
        Arguments.of("modulefile", List.of("codec", "elf", "devicetable", "files", "module")),
        Arguments.of("modulecache", List.of("files", "modulefile")),
        Arguments.of("machine", List.of("codec", "files", "kernel")),
        Arguments.of("linux", List.of("codec", "files", "kernel", "machine", "module")),
        Arguments.of("loading", List.of("index", "kernel", "modulefile", "module")),
        Arguments.of("tree", List.of("config", "devicetable", "index", "module", "modulefile")),
        Arguments.of(
            "indexing",
            List.of(
                "codec",
                "config",
                "devicetable",
                "files",
                "index",
                "kernel",
                "module",
                "modulecache",
                "modulefile",
                "work")),
        Arguments.of(
            "diagnosis",
            List.of("config", "files", "index", "kernel", "module", "modulefile", "tree")),
        Arguments.of(
            "cli",
            List.of(
                "codec", "config", "diagnosis", "files", "kernel", "machine", "module", "tree")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rooms")
  void aRoomUsesOnlyRoomsBelowIt(String room, List<String> allowed) {
    List<String> packages = new ArrayList<>(List.of(BASE + room));
    allowed.forEach(name -> packages.add(BASE + name));

    classes()
        .that()
        .resideInAPackage(BASE + room)
        .should()
        .onlyDependOnClassesThat(not(resideInAPackage("org.moduletools.."))
            .or(resideInAnyPackage(packages.toArray(String[]::new))))
        .check(PRODUCT);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("programs")
  void aProgramKnowsNoOtherProgram(String program, List<String> others) {
    noClasses()
        .that()
        .resideInAPackage(BASE + program)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others.toArray(String[]::new))
        .check(PRODUCT);
  }

  static Stream<Arguments> programs() {
    return Programs.NAMES.stream()
        .map(program -> Arguments.of(
            program,
            Programs.NAMES.stream()
                .filter(other -> !other.equals(program))
                .map(other -> BASE + other)
                .toList()));
  }

  @Test
  void onlyMainKnowsTheRealMachine() {
    noClasses()
        .that(not(simpleNameEndingWith("Main")).and(not(resideInAPackage(BASE + "linux"))))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(BASE + "linux")
        .check(PRODUCT);
  }

  /** {@link LeftOut} and {@link LeftOutModules} speak to the builder; nothing of them runs. */
  @Test
  void onlyTheRoomLinuxKnowsNativeCode() {
    noClasses()
        .that(not(resideInAPackage(BASE + "linux"))
            .and(not(belongToAnyOf(LeftOut.class, LeftOutModules.class))))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jnr..", "com.kenai..", "org.graalvm..")
        .check(PRODUCT);
  }

  @Test
  void onlyOneRoomKnowsEachLibrary() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + "modulefile")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.bouncycastle..", "org.tukaani..", "io.airlift..")
        .check(PRODUCT);
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + "cli")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.google.gson..")
        .check(PRODUCT);
  }

  @Test
  void roomsHaveNoCircles() {
    slices().matching(BASE + "(*)..").should().beFreeOfCycles().check(PRODUCT);
  }
}
