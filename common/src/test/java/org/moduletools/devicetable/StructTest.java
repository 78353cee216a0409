package org.moduletools.devicetable;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StructTest {

  private static final Pattern TOLD = Pattern.compile("\\.ascii \"((STRUCT|MEMBER) \\w+ \\d+)\"");

  @Test
  void putsMembersWhereTheirAlignmentAllows() {
    Struct struct = new Struct().u8("a").u16("b").u8("c").word("d").u8("e");

    Struct.Layout layout = struct.on(new Abi(8, 8, ByteOrder.LITTLE_ENDIAN));

    assertThat(layout.places().values().stream().map(Struct.Place::offset))
        .containsExactly(0, 2, 4, 8, 16);
    assertThat(layout.sizeBytes()).isEqualTo(24);
  }

  @Test
  void keepsASetOfBitsInWholeWords() {
    Struct struct = new Struct().bits("a", 31).bits("b", 32).bits("c", 64);

    assertThat(offsets(struct, 4)).containsExactly(0, 4, 12);
    assertThat(offsets(struct, 8)).containsExactly(0, 8, 16);
  }

  private static List<Integer> offsets(Struct struct, int wordBytes) {
    Abi abi = new Abi(wordBytes, wordBytes, ByteOrder.LITTLE_ENDIAN);
    return struct.on(abi).places().values().stream().map(Struct.Place::offset).toList();
  }

  @ParameterizedTest(name = "gcc {0}")
  @CsvSource({"-m32, 4", "-m64, 8"})
  void agreesWithACompiler(String option, int wordBytes) throws IOException, InterruptedException {
    List<String> told = gcc(option);

    assertThat(declared(new Abi(wordBytes, wordBytes, ByteOrder.LITTLE_ENDIAN))).isEqualTo(told);
  }

  /** Returns what structs.c tells when it is compiled; without such a compiler the test ends. */
  private static List<String> gcc(String option) throws IOException, InterruptedException {
    Process gcc;
    try {
      gcc = new ProcessBuilder("gcc", option, "-ffreestanding", "-x", "c", "-S", "-o", "-", "-")
          .redirectErrorStream(true)
          .start();
    } catch (IOException absent) {
      return abort("there is no gcc here: " + absent.getMessage());
    }
    try (InputStream source =
        Objects.requireNonNull(StructTest.class.getResourceAsStream("structs.c"))) {
      source.transferTo(gcc.getOutputStream());
      gcc.getOutputStream().close();
    } catch (IOException refused) {
      // gcc ends before it reads if it does not know the option; its message follows
    }
    String output = new String(gcc.getInputStream().readAllBytes(), UTF_8);
    if (gcc.waitFor() != 0) {
      return abort("gcc " + option + " cannot compile here: " + output.lines().findFirst());
    }
    List<String> told = new ArrayList<>();
    Matcher matcher = TOLD.matcher(output);
    while (matcher.find()) {
      told.add(matcher.group(1));
    }
    return told;
  }

  private static List<String> declared(Abi abi) {
    List<String> lines = new ArrayList<>();
    for (Bus bus : Buses.all()) {
      for (int i = 0; i < bus.structs().size(); i++) {
        Struct.Layout layout = bus.structs().get(i).on(abi);
        lines.add("STRUCT " + bus.name() + "_" + i + " " + layout.sizeBytes());
        layout
            .places()
            .forEach((name, place) -> lines.add("MEMBER " + name + " " + place.offset()));
      }
    }
    return lines;
  }
}
