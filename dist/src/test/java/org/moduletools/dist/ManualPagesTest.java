package org.moduletools.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Each program has a manual page, which describes just the options that the program takes. */
class ManualPagesTest {

  /** The options of each program's command lines; a program with commands has several. */
  private static final Map<String, Map<String, Boolean>> OPTIONS = options();

  private static Map<String, Map<String, Boolean>> options() {
    Map<String, Map<String, Boolean>> options = new TreeMap<>();
    for (JavaClass commandLine : new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .withImportOption(location -> !location.contains("-tests.jar"))
        .importPackages("org.moduletools")) {
      if (commandLine.isAnnotatedWith(Command.class)) {
        CommandSpec spec = new CommandLine(instance(commandLine.reflect())).getCommandSpec();
        String program = spec.name().split(" ", -1)[0];
        Map<String, Boolean> ofProgram =
            options.computeIfAbsent(program, unknown -> new TreeMap<>());
        for (OptionSpec option : spec.options()) {
          if (!option.hidden()) {
            List.of(option.names())
                .forEach(name -> ofProgram.put(name, option.arity().max() > 0));
          }
        }
      }
    }
    return options;
  }

  private static Object instance(Class<?> commandLine) {
    try {
      Constructor<?> constructor = commandLine.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError(impossible.getMessage(), impossible);
    }
  }

  static Iterable<String> programs() {
    return OPTIONS.keySet();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("programs")
  void aPageDescribesTheOptionsOfItsProgramAndNoOthers(String program) throws IOException {
    Path page = ManualPage.FOLDER.resolve(program + ".8");

    assertThat(ManualPage.optionsOf(page)).isEqualTo(OPTIONS.get(program));
  }

  @Test
  void eachProgramHasAPageAndEachPageOfThatSectionAProgram() throws IOException {
    try (Stream<Path> files = Files.list(ManualPage.FOLDER)) {
      List<String> described = files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".8"))
          .map(name -> name.replace(".8", ""))
          .toList();

      assertThat(new TreeSet<>(Programs.NAMES)).isEqualTo(OPTIONS.keySet());
      assertThat(described).containsExactlyInAnyOrderElementsOf(Programs.NAMES);
    }
  }
}
