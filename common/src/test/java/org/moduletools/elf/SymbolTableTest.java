package org.moduletools.elf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SymbolTableTest {

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void readsEachFieldOfASymbol(ElfForm form) throws IOException {
    ElfBuilder builder = new ElfBuilder(form);
    builder.symbol("foo", SymbolTable.ABSOLUTE, 0xfedcba98L, 0x89abcdefL, ElfBuilder.WEAK | 13);

    SymbolTable symbols = parse(builder.build());

    assertThat(symbols.count()).isEqualTo(2);
    assertThat(symbols.name(1)).isEqualTo("foo");
    assertThat(symbols.section(1)).isEqualTo(SymbolTable.ABSOLUTE);
    assertThat(symbols.value(1)).isEqualTo(0xfedcba98L);
    assertThat(symbols.sizeBytes(1)).isEqualTo(0x89abcdefL);
    assertThat(symbols.binding(1)).isEqualTo(SymbolTable.WEAK);
    assertThat(symbols.type(1)).isEqualTo(SymbolTable.SPARC_REGISTER);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void isEmptyWithoutASection(ElfForm form) throws IOException {
    assertThat(parse(new ElfBuilder(form).build()).count()).isZero();
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void looksUpSectionNumbersThatDidNotFit(ElfForm form) throws IOException {
    ElfBuilder builder = new ElfBuilder(form).symbol("foo", 0xffff, 0, 0, ElfBuilder.GLOBAL);
    ByteBuffer numbers = form.allocate(8).putInt(0).putInt(70_000);
    builder.section(".symtab_shndx", ElfForm.bytes(numbers));

    assertThat(parse(builder.build()).section(1)).isEqualTo(70_000);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void refusesATableThatEndsWithinASymbol(ElfForm form) {
    ElfBuilder builder = new ElfBuilder(form);
    builder.section(".symtab", new byte[30]);
    builder.section(".strtab", new byte[1]);

    assertThatThrownBy(() -> parse(builder.build()))
        .isInstanceOf(ElfFormatException.class)
        .hasMessageStartingWith("symbol table ends within a symbol: offset=");
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void refusesANameOutOfBounds(ElfForm form) throws IOException {
    ElfBuilder builder = new ElfBuilder(form);
    ByteBuffer symbol = form.allocate(48).putInt(form.is64Bit() ? 24 : 16, -1);
    builder.section(".symtab", ElfForm.bytes(symbol));
    builder.section(".strtab", new byte[1]);
    SymbolTable symbols = parse(builder.build());

    assertThatThrownBy(() -> symbols.name(1))
        .isInstanceOf(ElfFormatException.class)
        .hasMessageStartingWith("name of a symbol past end of .strtab: offset=");
  }

  @Test
  void refusesSymbolsThatShareAnEndlessName() throws IOException {
    ElfBuilder builder = new ElfBuilder(ElfForm.LE64);
    builder.section(".symtab", new byte[24 * 100]);
    byte[] endless = new byte[1 << 20];
    Arrays.fill(endless, (byte) 'a');
    builder.section(".strtab", endless);
    SymbolTable symbols = parse(builder.build());

    assertThatThrownBy(() -> {
          for (int i = 0; i < symbols.count(); i++) {
            symbols.name(i);
          }
        })
        .isInstanceOf(ElfFormatException.class)
        .hasMessageStartingWith("names of symbols overlap too often: offset=");
  }

  private static SymbolTable parse(byte[] file) throws IOException {
    return ElfFile.parse(ByteSource.of(file)).symbols();
  }
}
