package org.moduletools.tree;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a program can call: the packages that module-info exports to all, and the public types in
 * them. They are listed in {@code exported.txt}, so that the list grows only on purpose.
 */
class FrontDoorTest {

  /** Where the classes of the library are, without those of its tests. */
  private static Path classes() throws URISyntaxException {
    return Path.of(
        ModuleTree.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static ModuleDescriptor descriptor() throws IOException, URISyntaxException {
    try (InputStream in = Files.newInputStream(classes().resolve("module-info.class"))) {
      return ModuleDescriptor.read(in);
    }
  }

  /** The public types of a package by their names in it, sorted. */
  private static List<String> publicTypes(String packageName)
      throws IOException, URISyntaxException, ClassNotFoundException {
    List<String> types = new ArrayList<>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(classes().resolve(packageName.replace('.', '/')), "*.class")) {
      for (Path file : files) {
        String name = file.getFileName().toString().replace(".class", "");
        ClassLoader loader = FrontDoorTest.class.getClassLoader();
        if (isPublic(Class.forName(packageName + "." + name, false, loader))) {
          types.add(name);
        }
      }
    }
    Collections.sort(types);
    return types;
  }

  private static boolean isPublic(Class<?> type) {
    return Modifier.isPublic(type.getModifiers())
        && (type.getDeclaringClass() == null || isPublic(type.getDeclaringClass()));
  }

  @Test
  void exportsTheseTypesAndNoOthers()
      throws IOException, URISyntaxException, ClassNotFoundException {
    List<String> packages = descriptor().exports().stream()
        .filter(exports -> !exports.isQualified())
        .map(Exports::source)
        .sorted()
        .toList();
    List<String> exported = new ArrayList<>();
    for (String name : packages) {
      exported.add(name);
      publicTypes(name).forEach(type -> exported.add("  " + type));
    }

    try (InputStream list = FrontDoorTest.class.getResourceAsStream("exported.txt")) {
      assertThat(exported)
          .containsExactlyElementsOf(
              new String(list.readAllBytes(), UTF_8).lines().toList());
    }
  }

  @Test
  void needsNoNativeCodeAndNoAnnotationsWhenItRuns() throws IOException, URISyntaxException {
    assertThat(descriptor().requires())
        .filteredOn(
            requires -> !requires.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
        .extracting(ModuleDescriptor.Requires::name)
        .containsExactlyInAnyOrder(
            "java.base",
            "aircompressor",
            "org.bouncycastle.provider",
            "org.bouncycastle.util",
            "org.tukaani.xz");
  }
}
